import { wordsOf } from '../../every-page/language-context.js';
import type { Dictionary } from '../../every-page/language.js';

const zh = {
  'person-already-sampled': '此人本轮已采过',
  'tube-over-capacity': '管里人数超过上限',
  'two-devices-one-tube': '两台终端用了同一支管',
  'tube-not-open': '管当时没有打开',
  'round-not-running': '轮次当时没有进行',
  'unknown-tube': '管未登记',
  'unknown-person': '台账里没有此人',
  'unreadable-code': '居民码无法核对或已撤销',
  'single-only-in-pool': '须单采的人进了混采管',
  'other-household': '一户一管里有外户人',
  'out-of-scope': '不在本终端的采样点或轮次',
  'clock-skew': '终端时间不准',
  'sequence-hole': '缺少记录',
  'count-differs': '拭子数与登记数不一致',
  'act-id-clash': '记录编号冲突',
  'act-not-understood': '服务器看不懂这条记录',
  'act-against-rules': '不符合规则',
  'device-cloned': '另有终端使用同一身份',
  'batch-held': '终端未获批准，记录暂存',
  other: '需要点长处理',
} as const;

const en: Record<keyof typeof zh, string> = {
  'person-already-sampled': 'Was sampled this round already',
  'tube-over-capacity': 'More people in the tube than it takes',
  'two-devices-one-tube': 'Two devices used one tube',
  'tube-not-open': 'The tube was not open then',
  'round-not-running': 'The round was not running then',
  'unknown-tube': 'The tube is not in the books',
  'unknown-person': 'Nobody in the ledger',
  'unreadable-code': 'The code cannot be checked or was revoked',
  'single-only-in-pool': 'Needs a single tube and is in a pool',
  'other-household': 'Somebody of another household is in it',
  'out-of-scope': 'Not of this device’s site or round',
  'clock-skew': 'The device’s clock is wrong',
  'sequence-hole': 'Acts are missing',
  'count-differs': 'Swabs counted and registered differ',
  'act-id-clash': 'Two acts have one number',
  'act-not-understood': 'The server does not understand it',
  'act-against-rules': 'It breaks a rule',
  'device-cloned': 'Another device uses the same identity',
  'batch-held': 'The device is not approved: held',
  other: 'The site lead sees to it',
};

type ExceptionWord = keyof typeof zh;
const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useExceptionWords = wordsOf(dictionary);

/** A house that is newer may know rules that this page does not. */
export function exceptionWord(rule: string): ExceptionWord {
  return rule in zh ? (rule as ExceptionWord) : 'other';
}
