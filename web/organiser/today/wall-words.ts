import { wordsOf } from '../../every-page/language-context.js';
import type { Dictionary } from '../../every-page/language.js';

const zh = {
  back: '退出大屏',
  lowest: '覆盖率最低的 8 个社区',
  sites: '采样点',
  waiting: '等候九成 {{minutes}} 分',
  rate: '{{count}} 人/台/时',
  noWait: '等候 —',
  lateTubes: '超时 {{count}} 管',
  noneLate: '无超时',
  report: '{{round}} 日报',
  printed: '制表时间 {{time}}',
  print: '打印',
  byArea: '各街道完成情况',
  area: '区域',
  sum: '合计',
  recalls: '召回',
  recallsLine: '待采 {{open}} 人，其中超期 {{late}} 人；已解除 {{cleared}} 人；确认阳性 {{confirmed}} 人。',
  signed: '审核：　　　　　　　　签发：',
  percent: '覆盖率',
  window: '{{from}} 至 {{to}}',
} as const;

const en = {
  back: 'Leave the wall screen',
  lowest: 'The 8 communities with the lowest coverage',
  sites: 'Sites',
  waiting: 'wait 90 %: {{minutes}} min',
  rate: '{{count}} people/table/h',
  noWait: 'wait —',
  lateTubes: '{{count}} tubes late',
  lateTubes_one: '1 tube late',
  noneLate: 'none late',
  report: 'Day report · {{round}}',
  printed: 'Made at {{time}}',
  print: 'Print',
  byArea: 'By street',
  area: 'Area',
  sum: 'Total',
  recalls: 'Recalls',
  recallsLine: '{{open}} to sample, {{late}} of them late; {{cleared}} released; {{confirmed}} confirmed positive.',
  signed: 'Checked:                         Released:',
  percent: 'Coverage',
  window: '{{from}} to {{to}}',
};

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useWallWords = wordsOf(dictionary);
