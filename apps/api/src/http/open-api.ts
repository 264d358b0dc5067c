import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the API, as served at `/api/v1/openapi.json` and as the web app's client is generated from. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Atbalsts')
    .setDescription(
      'An ITIL 4 IT service desk. Sign in with POST /session; every change needs the x-csrf-token that GET /me tells. Refusals are problem+json (RFC 9457).',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addCookieAuth('atbalsts')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
}

/** Serves the description and a page to read it and to try it. */
export function serveApiDescription(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/v1/openapi.json', customSiteTitle: 'Atbalsts API' });
}
