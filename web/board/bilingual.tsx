import { createContext, useContext } from 'react';
import type { Language } from '../every-page/language.js';
import { say, type BoardWord } from './words.js';

export const FirstLanguage = createContext<Language>('zh-CN');

/** A phrase in the screen's first language and smaller in the other one. */
export function Both({ word, values }: { word: BoardWord; values?: Record<string, string | number> }) {
  const first = useContext(FirstLanguage);
  const second: Language = first === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      <span lang={first}>{say[first](word, values)}</span> <small lang={second}>{say[second](word, values)}</small>
    </>
  );
}

/** A phrase in the screen's first language alone, where there is no room for both. */
export function useWords() {
  return say[useContext(FirstLanguage)];
}
