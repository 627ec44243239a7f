import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

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
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}
