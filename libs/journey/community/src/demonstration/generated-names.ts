import type { Sex } from '../identity-document.js';
import type { SeededDice } from './seeded-dice.js';

/** Surnames and how many in a thousand bear them, roughly as in Shandong. */
const surnames: readonly (readonly [string, number])[] = [
  ...pairs(
    '王 90 李 75 张 85 刘 70 孙 35 杨 28 陈 26 赵 32 徐 24 马 20 高 19 朱 18 宋 18 郭 17 于 16 胡 14 林 12 周 12 吴 12 韩 12 田 10 孔 14 孟 9 颜 5 曹 9 董 9 姜 8 冯 8 苏 7 任 7 魏 7 许 7 郑 6 梁 6 丁 6 谢 5 唐 5 曾 4 仲 3 闵 2 冉 1',
  ),
  ...pairs('欧阳 1 司马 1 上官 1 诸葛 1 东方 1 公孙 1'),
];

const born = {
  early: { male: '国建军明华平海东志强德福永庆玉成树林', female: '秀兰英桂芳玉珍梅凤霞淑华云芝翠香爱莲' },
  middle: { male: '伟磊涛鹏勇斌超杰刚峰辉亮波凯鑫洋浩宁', female: '丽娜敏静燕艳红娟玲婷雪莉倩颖洁琳晶佳' },
  late: { male: '宇轩浩然子涵梓睿博文俊晨奕辰泽铭一诺', female: '欣怡梓涵诗雨可馨语嫣若曦雅婷思妍一诺' },
} as const;

function pairs(text: string): [string, number][] {
  const words = text.split(' ');
  return words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])] as [string, number]] : []));
}

export function generatedSurname(dice: SeededDice): string {
  return dice.weighted(surnames);
}

/** A given name as people of that age bear it. No list of real people stands behind it: characters are thrown together. */
export function generatedGivenName(dice: SeededDice, sex: Sex, birthYear: number): string {
  const era = birthYear < 1970 ? born.early : birthYear < 2000 ? born.middle : born.late;
  const characters = Array.from(era[sex]);
  const one = () => characters[dice.between(0, characters.length - 1)] ?? '';
  return dice.chance(birthYear < 2000 ? 0.3 : 0.12) ? one() : one() + one();
}
