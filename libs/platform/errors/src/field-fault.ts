import type { FieldFault } from './common-errors.js';

/** What zod tells of a field beside the message, as far as it is used here. */
interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  expected?: string;
  keys?: string[];
  values?: unknown[];
  minimum?: number | bigint;
  maximum?: number | bigint;
  params?: Record<string, unknown> | undefined;
}

/** What a rule of ours says that zod does not know, in both languages: `.refine(isTimeZone, inWords('…', '…'))`. */
export function inWords(zh: string, en: string): { error: string; params: { zh: string } } {
  return { error: en, params: { zh } };
}

/** One broken rule of a request's shape, in both languages and never with the value that was sent. */
export function fieldFault(issue: Issue): FieldFault {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
  return { path, zh: inChinese(issue), en: issue.message };
}

function inChinese({ code, expected, keys = [], values = [], minimum, maximum, params }: Issue): string {
  switch (code) {
    case 'invalid_type':
      return `类型不对或缺少，应为 ${expected ?? '另一种类型'}`;
    case 'too_small':
      return `太小、太短或太少，至少 ${minimum}`;
    case 'too_big':
      return `太大、太长或太多，至多 ${maximum}`;
    case 'invalid_format':
      return '格式不对';
    case 'unrecognized_keys':
      return `有不认识的字段 ${keys.join('、').slice(0, 100)}`;
    case 'invalid_value':
      return `应为以下之一：${values.map(String).join('、')}`;
    case 'invalid_union':
      return '不符合任何一种允许的写法';
    case 'not_multiple_of':
      return '不是允许的步长';
    default:
      return typeof params?.zh === 'string' ? params.zh : '不符合要求';
  }
}
