import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { boardFrame } from '#journey/queue';

/** The interface as OpenAPI 3, read off the routes and their zod schemas. Kept in contract/openapi.json. */
export function contractOf(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Shihe 十合 site-api')
    .setDescription(
      'Runs mass nucleic-acid testing days. Ids are made by the client (UUIDv7) before it sends: the same act again gives the same answer, another act under the same id is refused.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const contract = SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return withBoards(contract);
}

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** The boards are served by a process of their own, behind the same door; what a screen is told is part of the contract. */
function withBoards(contract: OpenAPIObject): OpenAPIObject {
  // Zod's own words for what an OpenAPI schema may hold are wider than what it makes for OpenAPI 3.0.
  const BoardFrame = z.toJSONSchema(boardFrame, { target: 'openapi-3.0', io: 'output' }) as Schema;
  return {
    ...contract,
    components: { ...contract.components, schemas: { ...contract.components?.schemas, BoardFrame } },
  };
}
