import { createInstance } from 'i18next';

/** The languages of every page; the first is where a page falls back to. */
const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a page says in Chinese, by key; `{{name}}` is filled in. */
export type Words = Readonly<Record<string, string>>;

/** The English has the same keys, which the compiler compares, and where it matters a form for one (`people_one`). */
export interface Dictionary<Keys extends Words> {
  readonly 'zh-CN': Keys;
  readonly en: Readonly<Record<keyof Keys, string>> & Readonly<Partial<Record<`${keyof Keys & string}_one`, string>>>;
}

/** @param wish what the address or the person asked for, or else the browser's own language */
export function languageOf(wish: string | null, browser: string): Language {
  return (wish ?? browser).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export type Speaker<Keys extends Words> = (
  key: keyof Keys & string,
  values?: Record<string, string | number>,
) => string;

/** Speaks a page's dictionary, in each of the languages: a board says important things in both. */
export function speakers<Keys extends Words>(dictionary: Dictionary<Keys>): Record<Language, Speaker<Keys>> {
  const instance = createInstance();
  void instance.init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(languages.map((language) => [language, { translation: dictionary[language] }])),
  });
  const speakerOf = (language: Language): Speaker<Keys> => {
    const say = instance.getFixedT(language);
    return (key, values) => say(key, values ?? {});
  };
  return { 'zh-CN': speakerOf('zh-CN'), en: speakerOf('en') };
}
