import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Injectable, Logger } from '@nestjs/common';
import { DomainError, type ErrorKind, type FieldError } from '#kernel';
import { Texts, type Locale } from '../i18n/texts.js';

const STATUS: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'rule-broken': 409,
  'precondition-failed': 412,
  'too-many': 429,
  // Something that we ask does not answer; what does not need it works on.
  unavailable: 503,
};

interface Reply {
  header(name: string, value: string): Reply;
  status(code: number): Reply;
  send(body: unknown): unknown;
  readonly sent?: boolean;
}

interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly actor?: { readonly locale: Locale };
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
  readonly errors: readonly FieldError[];
}

/** Errors that Fastify itself throws carry a status; PostgreSQL's carry a five-character code. */
function readProblem(error: unknown): Problem {
  if (error instanceof DomainError) return { status: STATUS[error.kind], code: error.code, params: error.params, errors: error.fields };
  const status = error instanceof HttpException ? error.getStatus() : Number((error as { statusCode?: unknown })?.statusCode);
  const known: Record<number, string> = {
    400: 'platform.malformed-request',
    404: 'platform.not-found',
    405: 'platform.method-not-allowed',
    413: 'platform.too-large',
    415: 'platform.media-type',
    429: 'platform.too-many',
  };
  if (status >= 400 && status < 500) return { status, code: known[status] ?? 'platform.malformed-request', params: {}, errors: [] };
  return { status: 500, code: 'platform.unexpected', params: {}, errors: [] };
}

/** What a refusal says to a reader of a language. */
export interface ProblemWords {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** A refusal in words, for an answer that tells of several things and refuses only some of them. Throws what is no refusal but a fault. */
export function problemWords(texts: Texts, locale: Locale, error: unknown): ProblemWords {
  if (!(error instanceof DomainError)) throw error;
  const { code, params, status } = readProblem(error);
  const title = texts.sayOr(locale, code, params, code);
  return { status, code, title, detail: texts.sayOr(locale, `${code}.detail`, params, title) };
}

/** Writes every refusal as RFC 9457 problem+json, in the reader's language, with an id that the log knows too. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(private readonly texts: Texts) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const reply = host.switchToHttp().getResponse<Reply>();
    const problem = readProblem(error);
    const instance = `urn:uuid:${randomUUID()}`;
    if (problem.status >= 500) this.log.error(`${instance} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (reply.sent) return;
    const locale = request.actor?.locale ?? preferredLocale(request.headers['accept-language']);
    const say = (code: string, fallback: string): string => this.texts.sayOr(locale, code, problem.params, fallback);
    if (problem.status === 429 && typeof problem.params['retryAfterSeconds'] === 'number')
      reply.header('retry-after', String(problem.params['retryAfterSeconds']));
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send({
        type: `urn:atbalsts:problem:${problem.code}`,
        title: say(problem.code, problem.code),
        status: problem.status,
        code: problem.code,
        detail: say(`${problem.code}.detail`, say(problem.code, problem.code)),
        params: problem.params,
        instance,
        ...(problem.errors.length > 0
          ? { errors: problem.errors.map((e) => ({ pointer: e.pointer, code: e.code, detail: say(e.code, e.detail ?? e.code) })) }
          : {}),
      });
  }
}

/** Latvian unless the browser asks for English before it. */
export function preferredLocale(header: string | string[] | undefined): Locale {
  const text = (Array.isArray(header) ? header.join(',') : (header ?? '')).toLowerCase();
  const en = text.search(/\ben\b/);
  const lv = text.search(/\blv\b/);
  return en >= 0 && (lv < 0 || en < lv) ? 'en' : 'lv';
}
