import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';

export interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  pattern?: string;
  default?: unknown;
  nullable?: boolean;
  additionalProperties?: boolean | Schema;
  minLength?: number;
  maxLength?: number;
  maximum?: number;
}

export interface Operation {
  method: string;
  path: string;
  pathNames: string[];
  queryNames: string[];
  headerNames: string[];
  body: Schema | undefined;
  contentTypes: string[];
  /** By status, or `default` for every refusal. */
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

interface Parameter {
  name: string;
  in: string;
}

interface Document {
  paths: Record<
    string,
    Record<
      string,
      {
        parameters?: Parameter[];
        requestBody?: { content: Record<string, { schema?: Schema }> };
        responses: Operation['responses'];
      }
    >
  >;
}

/** Every operation of the contract, with its path below /api/v1. */
export function operations(): Operation[] {
  const text = readFileSync(join(process.cwd(), 'contract', 'openapi.json'), 'utf8');
  return Object.entries((JSON.parse(text) as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const named = (where: string) => parameters.filter((one) => one.in === where).map(({ name }) => name);
      return {
        method: method.toUpperCase(),
        path: path.replace('/api/v1', ''),
        pathNames: named('path'),
        queryNames: named('query'),
        headerNames: named('header'),
        body: requestBody?.content['application/json']?.schema,
        contentTypes: Object.keys(requestBody?.content ?? {}),
        responses,
      };
    }),
  );
}

/** A body that has the agreed shape, whatever it means. */
export function shaped(schema: Schema): unknown {
  const inner = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (inner !== undefined) return shaped(inner);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, shaped(field)]));
    case 'array':
      return schema.items === undefined ? [] : [shaped(schema.items)];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      if (schema.format === 'uuid') return uuidv7();
      if (schema.format === 'date-time') return new Date().toISOString();
      return 'X123456';
  }
}
