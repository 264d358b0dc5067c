import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '#platform';

/** Where a nonce stands in the page of the desk; replaced for each answer. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** The policy of every page; `nonce` lets the desk's component library add its style elements. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    // React sets style properties through the DOM, which the policy leaves alone; attributes in markup stay forbidden.
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** The page that describes the API brings a style sheet and a script of its own making. */
const DOCS_POLICY = `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`;

export async function secureHeaders(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.register(helmet as never, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: settings.publicUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply) => {
      if (reply.hasHeader('content-security-policy')) return;
      reply.header('content-security-policy', request.url.startsWith('/api/docs') ? DOCS_POLICY : contentSecurityPolicy());
      if (request.url.startsWith('/api/v1') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
}
