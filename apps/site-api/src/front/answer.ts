import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  messages: z.object({ 'zh-CN': z.string(), en: z.string() }),
});

/** Documents what a route answers when it goes well, and that every refusal is a problem document. */
export function Answer(status: number, schema: z.ZodType): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiResponse({ status, schema: jsonSchema(schema) }),
    ApiResponse({
      status: 'default',
      description: 'A refusal: a stable code and a sentence in both languages',
      content: { 'application/problem+json': { schema: jsonSchema(problem) } },
    }),
  );
}

function jsonSchema(schema: z.ZodType): Record<string, never> {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'output', unrepresentable: 'any' }) as unknown as Record<
    string,
    never
  >;
}
