import { wordsOf } from '../language-context.js';
import type { Dictionary } from '../language.js';

const zh = {
  city: '市',
  district: '区县',
  street: '街道',
  community: '社区',
  grid: '网格',
  building: '楼栋',
  choose: '请选择…',
  whole: '整个{{name}}',
  reading: '正在读取下一级…',
  picked: '已选',
  nothingPicked: '还没有选。先选市，再一级一级往下选；选到哪一级，就是哪一级的全部。',
  noAreas: '还没有区域。先导入区域。',
} as const;

const en = {
  city: 'City',
  district: 'District',
  street: 'Street',
  community: 'Community',
  grid: 'Grid',
  building: 'Building',
  choose: 'Choose …',
  whole: 'all of {{name}}',
  reading: 'Reading what lies below …',
  picked: 'Chosen',
  nothingPicked: 'Nothing chosen yet. Begin with the city and go down; where you stop, all below belongs to it.',
  noAreas: 'There are no areas yet. Load them first.',
};

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useAreaWords = wordsOf(dictionary);
