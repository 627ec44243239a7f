import { wordsOf } from '../every-page/language-context.js';
import type { Dictionary } from '../every-page/language.js';

const zh = {
  title: '十合',
  what: '大规模核酸检测：从排队到出结果',
  who: '您是哪一位？',
  resident: '居民',
  residentFor: '选采样点、取号排队、查结果、出示阴性证明',
  collector: '采样员、扫码员',
  collectorFor: '在采样台扫码登记、封管，没有网络也能做',
  desk: '引导、封箱、转运、实验室',
  deskFor: '居民码、叫号、装箱、交接、签收，上传检测报告',
  organiser: '指挥部、网格员',
  organiserFor: '看进度和覆盖率，找漏检，处理异常',
  verify: '查验人员',
  verifyFor: '扫阴性证明，没有网络也能核对真假',
} as const;

const en: Record<keyof typeof zh, string> = {
  title: 'Shihe',
  what: 'Mass testing days, from the queue to the answer',
  who: 'Who are you?',
  resident: 'Resident',
  residentFor: 'Choose a site, take a ticket, see results, show a negative proof',
  collector: 'Collector, scanner',
  collectorFor: 'Register people and seal tubes at a table, without a network as well',
  desk: 'Marshal, packer, courier, laboratory',
  deskFor: 'Print resident codes, lead a queue, pack boxes, hand over, sign for them, upload lab reports',
  organiser: 'Organiser, grid worker',
  organiserFor: 'Progress and coverage, who is missing, exceptions',
  verify: 'Guard at a checkpoint',
  verifyFor: 'Scan a negative proof and verify it without a network',
};

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useWords = wordsOf(dictionary);
