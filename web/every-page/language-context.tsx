import { createContext, useContext, type ReactNode } from 'react';
import { languageOf, type Dictionary, type Language, type Speaker, type Words, speakers } from './language.js';

const rememberedAs = 'shihe-language';

const Chosen = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'zh-CN',
  choose: () => undefined,
});

/** The language that a person chose here before, or that the address asks for, or the browser's own. */
export function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  return languageOf(asked ?? remembered(), navigator.language);
}

/** Remembers the choice on this device; where nothing may be kept it holds until the page is closed. */
export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(rememberedAs, language);
  } catch {
    // A browser that keeps nothing: the page works all the same.
  }
}

/** Tells when another window of this browser chose a language. @returns how to stop telling */
export function onLanguageElsewhere(tell: (language: Language) => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === rememberedAs && newValue !== null) tell(languageOf(newValue, navigator.language));
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(rememberedAs);
  } catch {
    return null;
  }
}

export function LanguageChosen(props: {
  language: Language;
  choose: (language: Language) => void;
  children: ReactNode;
}) {
  const { language, choose, children } = props;
  return <Chosen value={{ language, choose }}>{children}</Chosen>;
}

export function useLanguage(): Language {
  return useContext(Chosen).language;
}

export function useChooseLanguage(): (language: Language) => void {
  return useContext(Chosen).choose;
}

/** A hook that speaks this dictionary in the language of the person in front of the page. */
export function wordsOf<Keys extends Words>(dictionary: Dictionary<Keys>): () => Speaker<Keys> {
  const say = speakers(dictionary);
  return () => say[useLanguage()];
}
