/** Names met in ledgers for the countries most often seen there; every other country is written by its three letters. */
// prettier-ignore
const byChineseName: Readonly<Record<string, string>> = {
  中国: 'CHN', 日本: 'JPN', 韩国: 'KOR', 美国: 'USA', 英国: 'GBR', 法国: 'FRA', 德国: 'DEU', 意大利: 'ITA',
  西班牙: 'ESP', 葡萄牙: 'PRT', 荷兰: 'NLD', 比利时: 'BEL', 瑞士: 'CHE', 瑞典: 'SWE', 挪威: 'NOR', 芬兰: 'FIN',
  丹麦: 'DNK', 波兰: 'POL', 乌克兰: 'UKR', 俄罗斯: 'RUS', 哈萨克斯坦: 'KAZ', 蒙古: 'MNG', 印度: 'IND',
  巴基斯坦: 'PAK', 孟加拉国: 'BGD', 尼泊尔: 'NPL', 越南: 'VNM', 老挝: 'LAO', 柬埔寨: 'KHM', 泰国: 'THA',
  缅甸: 'MMR', 马来西亚: 'MYS', 新加坡: 'SGP', 印度尼西亚: 'IDN', 菲律宾: 'PHL', 朝鲜: 'PRK', 伊朗: 'IRN',
  土耳其: 'TUR', 埃及: 'EGY', 南非: 'ZAF', 尼日利亚: 'NGA', 肯尼亚: 'KEN', 埃塞俄比亚: 'ETH', 加拿大: 'CAN',
  墨西哥: 'MEX', 巴西: 'BRA', 阿根廷: 'ARG', 澳大利亚: 'AUS', 新西兰: 'NZL',
};

/** The three-letter country code (ISO 3166-1 alpha-3) of a nationality as written, or undefined. */
export function nationalityOf(written: string): string | undefined {
  const plain = written.normalize('NFKC').trim();
  if (/^[A-Za-z]{3}$/u.test(plain)) return plain.toUpperCase();
  return byChineseName[plain.replace(/(籍|国籍)$/u, '')];
}
