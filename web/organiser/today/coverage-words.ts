import { wordsOf } from '../../every-page/language-context.js';
import type { Dictionary } from '../../every-page/language.js';

const zh = {
  title: '各区域覆盖率',
  everywhere: '本轮全部区域',
  whereAmI: '所在区域',
  level: '统计到',
  asBars: '条形图',
  asMap: '面积图',
  how: '显示方式',
  targetLine: '▏目标 {{target}} %',
  row: '{{sampled}} / {{should}} 人已采',
  left: '还差 {{count}} 人',
  reached: '已达标',
  nobody: '没有应检的人',
  noAreas: '这里没有下一级区域',
  noAreasHint: '可以直接看漏检名单。',
  lowestFirst: '覆盖率低的在前',
  resort: '重新排序',
  toMissing: '漏检名单',
  people: '{{count}} 人',
  missingOf: '{{area}}的漏检名单',
  mapHint: '面积表示应检人数；斜线表示未达标。按 Tab 键逐块浏览，按回车进入。',
  tile: '{{name}}：{{percent}}，{{sampled}} / {{should}} 人，{{state}}',
} as const;

const en = {
  title: 'Coverage by area',
  everywhere: 'All areas of the round',
  whereAmI: 'Area',
  level: 'Shown by',
  asBars: 'Bars',
  asMap: 'Map of sizes',
  how: 'Shown as',
  targetLine: '▏target {{target}} %',
  row: '{{sampled}} of {{should}} sampled',
  left: '{{count}} to go',
  reached: 'target reached',
  nobody: 'nobody should come',
  noAreas: 'Nothing lies below this area',
  noAreasHint: 'See its missing list instead.',
  lowestFirst: 'lowest first',
  resort: 'Sort anew',
  toMissing: 'Missing list',
  people: '{{count}} people',
  missingOf: 'Missing list of {{area}}',
  mapHint: 'Size is how many should come; hatched is below the target. Tab goes from one to the next, Enter opens it.',
  tile: '{{name}}: {{percent}}, {{sampled}} of {{should}} people, {{state}}',
};

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useCoverageWords = wordsOf(dictionary);
