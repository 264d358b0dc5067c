import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './security-headers.js';

/** Paths of the desk's own entry; everything else is the portal's. */
const DESK = /^\/(desk|reports|admin)(\/|$|\?)/;
/** Addresses of the API, and files that are not there: no page answers for them. */
const NO_PAGE = /^\/(api|health|metrics|assets)(\/|$|\?)|^[^?]*\.\w{2,5}(\?|$)/;
const HASHED = /\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Serves the built web app: files with a hash in their name for ever, the two pages never from a cache. */
export async function serveWeb(app: NestFastifyApplication, root = resolve(import.meta.dirname, '../../../../web')): Promise<boolean> {
  if (!existsSync(join(root, 'index.html'))) return false;
  const portal = readFileSync(join(root, 'index.html'), 'utf8');
  const desk = readFileSync(join(root, 'desk.html'), 'utf8');
  await app.register(fastifyStatic as never, {
    root,
    wildcard: false,
    index: false,
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) =>
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/*', (request, reply) => {
    if (NO_PAGE.test(request.url)) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    const page = DESK.test(request.url) ? desk.replaceAll(NONCE_PLACEHOLDER, nonce) : portal;
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .send(page);
  });
  return true;
}
