import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const TEXT = { type: 'string' } as const;

/** Every refusal, whatever its status (RFC 9457). */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'params', 'instance'],
  properties: {
    type: TEXT,
    title: TEXT,
    status: { type: 'integer' },
    code: { type: 'string', description: 'What was refused, such as `incidents.transition-not-allowed`' },
    detail: TEXT,
    params: { type: 'object', additionalProperties: true },
    instance: { type: 'string', description: 'Names this refusal in the log' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'code', 'detail'], properties: { pointer: TEXT, code: TEXT, detail: TEXT } },
    },
  },
} as const;

const header = (name: string, description: string) => ({ name, in: 'header' as const, required: false, description, schema: TEXT });

/** What holds for all operations is said of each, since readers and generators look nowhere else. */
function complete(method: string, path: string, operation: Operation): void {
  operation.responses['default'] = {
    description: 'Refused: a problem with a code, in the language of the reader',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  if (method !== 'post') return;
  const parameters = [header('Idempotency-Key', 'Repeating a request with the same key does nothing twice')];
  if (path.includes('/incidents/{'))
    parameters.push(header('If-Match', 'The ETag that the change is based on; 412 where it is no longer so'));
  operation.parameters = [...(operation.parameters ?? []), ...parameters];
}

/** The description of the API, as served at `/api/v1/openapi.json` and as the web app's client is generated from. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Atbalsts')
    .setDescription(
      'An ITIL 4 IT service desk. Sign in with POST /session and send the cookie. A browser also sends, with every change, the header x-csrf-token with the token that GET /me tells.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addCookieAuth('atbalsts')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) complete(method, path, operation as Operation);
  }
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM as never } };
  return document;
}

/** Serves the description and a page to read it and to try it. */
export function serveApiDescription(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/v1/openapi.json', customSiteTitle: 'Atbalsts API' });
}
