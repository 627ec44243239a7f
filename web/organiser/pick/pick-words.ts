import { wordsOf } from '../../every-page/language-context.js';
import type { Dictionary } from '../../every-page/language.js';

const zh = {
  choose: '请选择…',
  scope: '范围',
  scope_all: '全部',
  scope_area: '区域',
  scope_site: '采样点',
  scope_round: '轮次',
} as const;

const en = {
  choose: 'Choose …',
  scope: 'Scope',
  scope_all: 'everything',
  scope_area: 'area',
  scope_site: 'site',
  scope_round: 'round',
};

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const usePickWords = wordsOf(dictionary);
