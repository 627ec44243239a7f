import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** Each refusal may say more than this, in fields of its own: the barcode in question, both counts. */
const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  messages: z.object({ 'zh-CN': z.string(), en: z.string() }),
  issues: z
    .array(
      z.object({ path: z.string(), message: z.string(), messages: z.object({ 'zh-CN': z.string(), en: z.string() }) }),
    )
    .optional()
    .describe('what is wrong with a request, field by field'),
});

/** A file that is answered instead of JSON, by its media type. */
interface FileAnswer {
  file: string;
}

/**
 * Documents what a route answers when it goes well (nothing at all, without a schema), and that every refusal is a problem
 * document.
 */
export function Answer(status: number, given?: z.ZodType | FileAnswer): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiResponse(given === undefined ? { status } : { status, ...contentOf(given) }),
    ApiResponse({
      status: 'default',
      description: 'A refusal: a stable code and a sentence in both languages',
      content: { 'application/problem+json': { schema: jsonSchema(problem) } },
    }),
  );
}

function contentOf(given: z.ZodType | FileAnswer) {
  if ('file' in given) return { content: { [given.file]: { schema: { type: 'string' as const } } } };
  return { schema: jsonSchema(given) };
}

function jsonSchema(schema: z.ZodType): Record<string, never> {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'output', unrepresentable: 'any' }) as unknown as Record<
    string,
    never
  >;
}
