import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { type ArgumentsHost, MethodNotAllowedException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ActorReader, holds, SessionCookie } from '#identity';
import { DomainError } from '#kernel';
import { ProblemFilter, QUEUE_NAMES, QueueConnection, Texts } from '#platform';
import { contentSecurityPolicy } from './security-headers.js';

/** Where the board of the queues stands; the API's description does not tell of it. */
export const BOARD = '/api/board';

/** The page names its files from a base of its own. */
const POLICY = contentSecurityPolicy().replace(`base-uri 'none'`, `base-uri 'self'`);

/** The board shows and does not act: what a queue loses a sweep finds, and a queue that is emptied by hand keeps promises waiting. */
const BOARD_OF = { readOnlyMode: true } as const;

/**
 * Serves bull-board to those who may change settings. Every address of it, its files and its data among them, asks for the session; it takes
 * nothing but reading. Its queues are opened when somebody looks for the first time.
 */
export async function serveJobsBoard(app: NestFastifyApplication): Promise<void> {
  const server = new FastifyAdapter();
  server.setBasePath(BOARD);
  const uiConfig = { boardTitle: 'Atbalsts', hideRedisDetails: true };
  const board = createBullBoard({ queues: [], serverAdapter: server as never, options: { uiConfig } });
  let opened: Promise<void> | undefined;
  const open = async (): Promise<void> => {
    const connection = app.get(QueueConnection);
    for (const name of QUEUE_NAMES) board.addQueue(new BullMQAdapter((await connection.queue(name)) as never, BOARD_OF));
  };
  // A database that was away just then must not leave the board shut.
  const closed = (error: unknown): never => {
    opened = undefined;
    throw error;
  };
  const admit = async (request: FastifyRequest): Promise<void> => {
    await requireKeeper(app, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new MethodNotAllowedException();
    await (opened ??= open().catch(closed));
  };
  const problems = new ProblemFilter(app.get(Texts));
  const mount = async (scope: FastifyInstance): Promise<void> => {
    scope.addHook('onRequest', async (request, reply) => {
      await admit(request).catch((error: unknown) => problems.catch(error, hostOf(request, reply)));
    });
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (!isPage(reply)) return payload;
      void reply.header('content-security-policy', POLICY);
      return withoutInlineStyles(String(payload));
    });
    await scope.register(server.registerPlugin() as never);
  };
  await app.register(mount as never, { prefix: BOARD });
}

/** Throws `identity.not-signed-in` and `identity.right-missing`. Programs have no way here: the board is for eyes. */
async function requireKeeper(app: NestFastifyApplication, request: FastifyRequest): Promise<void> {
  const sessionId = app.get(SessionCookie, { strict: false }).read(request);
  const actor = sessionId === undefined ? undefined : await app.get(ActorReader, { strict: false }).bySession(sessionId);
  if (!actor) throw new DomainError('identity.not-signed-in', {}, 'unauthenticated');
  if (!holds(actor, 'admin.settings')) throw new DomainError('identity.right-missing', {}, 'forbidden');
}

const hostOf = (request: FastifyRequest, reply: FastifyReply): ArgumentsHost =>
  ({ switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) }) as unknown as ArgumentsHost;

const isPage = (reply: FastifyReply): boolean => String(reply.getHeader('content-type') ?? '').startsWith('text/html');

/** The policy forbids inline styles and fonts from elsewhere; the page's own are for its first moment only. */
function withoutInlineStyles(page: string): string {
  return page
    .replace(/<link [^>]*https:\/\/fonts\.googleapis\.com[^>]*>/g, '')
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/ style="[^"]*"/g, '');
}
