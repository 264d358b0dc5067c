import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Settings } from '#platform';
import { serveJobsBoard } from './jobs-board.js';
import { refuseWrongMethods } from './known-methods.js';
import { serveApiDescription } from './open-api.js';
import { secureHeaders } from './security-headers.js';
import { serveWeb } from './web-pages.js';

const JSON_BODY_LIMIT = 1024 * 1024;

/** The HTTP server; open streams do not hold up its end. */
export function httpAdapter(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({ bodyLimit: JSON_BODY_LIMIT, forceCloseConnections: true, trustProxy: settings.trustedProxies ?? false });
}

/** Everything between the socket and the controllers; the tests' application is configured by this too. */
export async function configure(app: NestFastifyApplication, { web = true }: { web?: boolean } = {}): Promise<NestFastifyApplication> {
  const settings = app.get(Settings);
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  await secureHeaders(app, settings);
  refuseWrongMethods(app);
  await app.register(fastifyCookie as never);
  await app.register(fastifyMultipart as never, {
    limits: { fileSize: settings.attachmentMaxBytes, files: 1, fields: 10, fieldSize: 10_000, parts: 12 },
  });
  serveApiDescription(app);
  await serveJobsBoard(app);
  if (web) await serveWeb(app);
  app.enableShutdownHooks();
  return app;
}
