import { StrictMode, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { firstLanguage, LanguageChosen, onLanguageElsewhere, rememberLanguage } from './language-context.js';
import { LastResort } from './last-resort.js';
import type { Language } from './language.js';
import { SomethingBroke } from './look/states.js';
import { TrainingStripe } from './look/training-stripe.js';

/**
 * Puts a page into the element `#page`, in the person's language.
 * @param titles what the browser's tab says
 */
export function openPage(titles: Record<Language, string>, page: ReactNode): void {
  const place = document.querySelector('#page');
  if (place === null) throw new Error('the page has no element #page');
  createRoot(place).render(
    <StrictMode>
      <TrainingStripe />
      <InOneLanguage titles={titles}>{page}</InOneLanguage>
    </StrictMode>,
  );
}

function InOneLanguage({ titles, children }: { titles: Record<Language, string>; children: ReactNode }) {
  const [language, setLanguage] = useState(() => settle(firstLanguage(), titles));
  useEffect(() => onLanguageElsewhere((chosen) => setLanguage(settle(chosen, titles))), [titles]);
  return (
    <LanguageChosen language={language} choose={(wish) => setLanguage(settle(wish, titles))}>
      <LastResort words={<SomethingBroke />}>{children}</LastResort>
    </LanguageChosen>
  );
}

function settle(language: Language, titles: Record<Language, string>): Language {
  rememberLanguage(language);
  document.title = titles[language];
  return language;
}
