import { plainText } from './written-form.js';

/** A group of people who are tested for what they do or where they live. How often is decided by a campaign, not here. */
export interface PersonCategory {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** Other ways in which ledgers write it. */
  readonly also: readonly string[];
}

const category = (code: string, zh: string, en: string, ...also: string[]): PersonCategory => ({ code, zh, en, also });

/**
 * The 27 categories known from the start. Towns name them differently and the national list is not public, so this list
 * is our own; a ledger may use the code, either name or one of the other spellings.
 */
export const personCategories: readonly PersonCategory[] = [
  category('medical', '医务人员', 'medical staff', '医院', '医疗机构', '医护'),
  category('pharmacy', '药店人员', 'pharmacy staff', '药店'),
  category('isolation-site', '隔离点工作人员', 'isolation site staff', '隔离点', '隔离酒店'),
  category('community-worker', '社区工作者', 'community worker', '社区', '网格员', '志愿者'),
  category('police', '公安民警', 'police', '公安', '民警', '辅警'),
  category('cold-chain', '冷链从业人员', 'cold chain worker', '冷链', '进口冷链'),
  category('port', '口岸从业人员', 'port and airport worker', '口岸', '机场', '港口'),
  category('courier', '快递从业人员', 'courier', '快递', '快递员', '邮政'),
  category('rider', '外卖骑手', 'take-away rider', '外卖', '外卖员', '送餐员'),
  category('taxi', '出租网约车司机', 'taxi driver', '出租车', '网约车', '出租车司机'),
  category('bus', '公共交通从业人员', 'public transport worker', '公交', '客运'),
  category('trucker', '货运司机', 'lorry driver', '货车司机', '物流'),
  category('service-area', '高速服务区人员', 'motorway service area staff', '服务区'),
  category('teacher', '教职员工', 'school staff', '教师', '学校', '教育'),
  category('student', '学生', 'pupil or student', '在校生', '幼儿'),
  category('market', '农贸市场从业人员', 'market stall holder', '农贸市场', '集贸市场', '摊贩'),
  category('supermarket', '商超从业人员', 'shop staff', '商超', '超市', '商场'),
  category('catering', '餐饮从业人员', 'restaurant staff', '餐饮'),
  category('hotel', '宾馆酒店从业人员', 'hotel staff', '宾馆', '酒店'),
  category('salon', '美容美发从业人员', 'hairdresser', '美容美发', '理发'),
  category('entertainment', '文体娱乐从业人员', 'entertainment venue staff', '娱乐场所', '影院', '健身房'),
  category('property', '物业保安人员', 'property management', '物业', '保安'),
  category('sanitation', '环卫保洁人员', 'sanitation worker', '环卫', '保洁', '医废'),
  category('construction', '建筑工地人员', 'building site worker', '建筑工地', '工地'),
  category('factory', '工业企业人员', 'factory worker', '企业', '工厂'),
  category('care-home', '养老福利机构人员', 'care home staff or resident', '养老院', '福利院'),
  category('government', '窗口服务人员', 'public counter staff', '政务大厅', '银行', '窗口'),
];

const byName = new Map(
  personCategories.flatMap(({ code, zh, en, also }) =>
    [code, zh, en, ...also].map((name) => [plainText(name).toLowerCase(), code] as const),
  ),
);

/** Words by which a ledger says that somebody is in no category. */
const noCategory = new Set(['', '无', '普通', '普通居民', '居民', '一般人群', '否', '-', '/']);

/** The codes of the categories written in one cell (several set apart by 、 , ; /), or undefined where one is unknown. */
export function categoriesIn(cell: string): string[] | undefined {
  const codes = new Set<string>();
  for (const word of plainText(cell).split(/[、,;，；/|]/u)) {
    const name = word.trim().toLowerCase();
    if (noCategory.has(name)) continue;
    const code = byName.get(name) ?? byName.get(name.replace(/(从业人员|工作人员|人员)$/u, ''));
    if (code === undefined) return undefined;
    codes.add(code);
  }
  return [...codes];
}
