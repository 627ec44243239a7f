import type { Operation, Schema } from '../support/contract.js';

/**
 * What an answer has that the contract does not say, or undefined: a status nobody announced, a body of another shape.
 * @param body parsed where it is JSON
 */
export function objection(
  operation: Operation,
  status: number,
  contentType: string,
  body: unknown,
): string | undefined {
  const documented = operation.responses[String(status)] ?? (status >= 400 ? operation.responses.default : undefined);
  if (documented === undefined) return `status ${status} is not in the contract`;
  const kinds = Object.entries(documented.content ?? {});
  if (kinds.length === 0) return body === '' || body === undefined ? undefined : 'a body where none is promised';
  const kind = kinds.find(([name]) => contentType.startsWith(name));
  if (kind === undefined) return `content type ${contentType || 'none'} is not in the contract`;
  const [, { schema }] = kind;
  return schema === undefined ? undefined : misfit(schema, body, '');
}

/** The first place at which a value does not have the agreed shape: the part of JSON Schema that our contract uses. */
function misfit(schema: Schema, value: unknown, at: string): string | undefined {
  const here = at === '' ? 'the body' : at;
  if (value === null) return schema.nullable || accepts(schema, null) ? undefined : `${here} is null`;
  for (const part of schema.allOf ?? []) {
    const wrong = misfit(part, value, at);
    if (wrong !== undefined) return wrong;
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const wrongs = choices.map((choice) => misfit(choice, value, at));
    return wrongs.includes(undefined) ? undefined : (wrongs[0] ?? `${here} fits none of the shapes`);
  }
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return `${here} is ${brief(value)}, which is not listed`;
  if (schema.const !== undefined && schema.const !== value)
    return `${here} is ${brief(value)}, not ${brief(schema.const)}`;
  if (schema.type === undefined) return undefined;
  const type = Array.isArray(value) ? 'array' : typeof value;
  const wanted = [schema.type].flat();
  const fits = wanted.some(
    (one) => one === type || (type === 'number' && one === 'integer' && Number.isInteger(value)),
  );
  if (!fits) return `${here} is ${type}, ${wanted.join(' or ')} was agreed`;
  if (type === 'string') return misfitOfText(schema, value as string, here);
  if (type === 'number') return misfitOfNumber(schema, value as number, here);
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) return `${here} has too few`;
    if (value.length > (schema.maxItems ?? Infinity)) return `${here} has too many`;
    const { items } = schema;
    if (items === undefined) return undefined;
    return value.map((one, n) => misfit(items, one, `${at}[${n}]`)).find((wrong) => wrong !== undefined);
  }
  return type === 'object' ? misfitOfObject(schema, value as Record<string, unknown>, at) : undefined;
}

const formats: Record<string, (value: string) => boolean> = {
  uuid: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  'date-time': (value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
};

function misfitOfText(schema: Schema, value: string, here: string): string | undefined {
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) return `${here} breaks its pattern`;
  if (schema.format !== undefined && formats[schema.format]?.(value) === false) return `${here} is no ${schema.format}`;
  if (schema.minLength !== undefined && value.length < schema.minLength) return `${here} is too short`;
  return schema.maxLength !== undefined && Array.from(value).length > schema.maxLength
    ? `${here} is too long`
    : undefined;
}

function misfitOfNumber(schema: Schema, value: number, here: string): string | undefined {
  const isLow = schema.minimum !== undefined && value < schema.minimum;
  const isHigh = schema.maximum !== undefined && value > schema.maximum;
  return isLow || isHigh ? `${here} is ${value}, out of range` : undefined;
}

function misfitOfObject(schema: Schema, value: Record<string, unknown>, at: string): string | undefined {
  const missing = schema.required?.find((field) => value[field] === undefined);
  if (missing !== undefined) return `${at}.${missing} is missing`;
  for (const [field, held] of Object.entries(value)) {
    const inner =
      schema.properties?.[field] ??
      (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
    if (inner !== undefined) {
      const wrong = misfit(inner, held, `${at}.${field}`);
      if (wrong !== undefined) return wrong;
    } else if (schema.additionalProperties === false) return `${at}.${field} is not in the contract`;
  }
  return undefined;
}

function accepts(schema: Schema, value: null): boolean {
  if (
    schema.type === undefined &&
    schema.anyOf === undefined &&
    schema.oneOf === undefined &&
    schema.enum === undefined
  )
    return true;
  if (schema.enum?.includes(value)) return true;
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some((one) => one.nullable === true || accepts(one, value));
}

function brief(value: unknown): string {
  return JSON.stringify(value).slice(0, 40);
}
