import { wordsOf } from '../every-page/language-context.js';
import type { Dictionary } from '../every-page/language.js';
import { en } from './words-en.js';
import { zh } from './words-zh.js';

export type WordKey = keyof typeof zh;

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useWords = wordsOf(dictionary);
