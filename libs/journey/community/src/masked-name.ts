/** Surnames of two characters that are met today; the mask must leave them whole. */
const compoundSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 端木 轩辕 淳于 独孤 南宫 百里 呼延 拓跋 闻人 申屠 太史 公羊 澹台 濮阳 单于 赫连 钟离 鲜于 司空 仲孙 闾丘 东郭 西门 第五 万俟 左丘 欧陽'.split(
    ' ',
  ),
);

/**
 * A name as screens show it: 王*, 欧阳*, `J*** S***`. One star for the whole given name, so its length does not tell.
 * Names in other scripts keep the first letter of each of their first two words.
 */
export function maskedName(name: string): string {
  const plain = name.normalize('NFKC').trim();
  if (plain === '') return '*';
  if (/^\p{Script=Han}/u.test(plain)) {
    const characters = Array.from(plain);
    const pair = characters.slice(0, 2).join('');
    if (characters.length > 2 && compoundSurnames.has(pair)) return `${pair}*`;
    return `${characters[0] ?? ''}*`;
  }
  return plain
    .split(/[\s,.·・]+/u)
    .filter((word) => word !== '')
    .slice(0, 2)
    .map((word) => `${(Array.from(word)[0] ?? '').toUpperCase()}***`)
    .join(' ');
}
