import { MethodNotAllowedException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The routes below this are the API's; every other address is answered by a page. */
const API = '/api/v1/';

interface KnownPath {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Answers a wrong method at a known address of the API with 405 and the methods that it has, instead of denying the address. */
export function refuseWrongMethods(app: NestFastifyApplication): void {
  const paths = new Map<string, KnownPath>();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ url, method }) => {
    if (!url.startsWith(API) || url.includes('*')) return;
    const known = paths.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const one of [method].flat()) known.methods.add(one);
    paths.set(url, known);
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const { url } = request.routeOptions;
    if (url !== undefined && !url.endsWith('*')) return;
    const [path = ''] = request.url.split('?');
    if (!path.startsWith(API)) return;
    const methods = [...paths.values()].filter(({ pattern }) => pattern.test(path)).flatMap((known) => [...known.methods]);
    if (methods.length === 0 || methods.includes(request.method)) return;
    reply.header('allow', [...new Set(methods)].sort().join(', '));
    throw new MethodNotAllowedException();
  });
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}/?$`);
}
