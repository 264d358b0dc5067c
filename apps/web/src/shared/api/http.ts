import type { paths } from '../api-schema';
import { ApiProblem, type ProblemBody } from './problem';

const BASE = '/api/v1';
const RETRY_AFTER_MS = 700;
let csrfToken = '';
let onSignedOut: () => void = () => undefined;

/** The token of the session (Me.csrfToken); every change is sent with it. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

/** What to do when the server says that the session has ended (401 on anything but signing in). */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** The headers of a change in this session, in the page's language. */
export const sessionHeaders = (): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': document.documentElement.lang,
  ...(csrfToken ? { 'x-csrf-token': csrfToken } : {}),
});

/** An answer that says that the session has ended ends it here too. */
export function whenRefused(status: number): void {
  if (status === 401) onSignedOut();
}

/** A random key (128 bits as hex); works without a secure context too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends it; where sending twice acts once, a request whose answer was lost on the way is sent once more. */
async function attempt(request: Request, mayRepeat: boolean): Promise<Response> {
  try {
    return await fetch(mayRepeat ? request.clone() : request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    if (!mayRepeat) throw new ApiProblem(0, { code: 'web.offline' });
    await pause(RETRY_AFTER_MS);
    return attempt(request, false);
  }
}

function isRepeatable({ method, headers }: Request): boolean {
  return method === 'GET' || (method === 'POST' && !headers.get('content-type')?.startsWith('multipart/'));
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new ApiProblem(response.status, body);
}

const ASKS_WHO_IS_HERE = new Set([`${BASE}/session`, `${BASE}/me`]);

/**
 * Sends a request as one of this session: in the page's language, a change with the session's token, a POST with an Idempotency-Key.
 * @throws ApiProblem for every answer that is not 2xx, and with status 0 when no answer came.
 */
export async function exchange(request: Request): Promise<Response> {
  const { headers, method } = request;
  headers.set('accept', 'application/json');
  headers.set('accept-language', document.documentElement.lang);
  if (method !== 'GET' && csrfToken) headers.set('x-csrf-token', csrfToken);
  if (method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', newKey());
  const response = await attempt(request, isRepeatable(request));
  if (response.status === 401 && !ASKS_WHO_IS_HERE.has(new URL(request.url).pathname)) onSignedOut();
  if (!response.ok) throw await problemOf(response);
  return response;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : P;
/** The paths that answer to a method, without the base; a misspelt one does not compile. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: P extends `${typeof BASE}${infer Short}` ? (paths[P][Lowercase<M>] extends object ? Filled<Short> : never) : never;
}[keyof paths];

export interface RequestOptions {
  query?: Record<string, string | number | boolean | null | undefined>;
  /** Sent as JSON; a FormData is sent as it is. */
  body?: unknown;
  /** The version that the change was made on (the ticket's ETag). */
  ifMatch?: string;
  /** Names one intention, so that sending it twice acts once. Made up when missing. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

function address(path: string, query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${BASE}${path}${text ? `?${text}` : ''}`;
}

function headersFor(options: RequestOptions): Headers {
  const headers = new Headers();
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey);
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
  if (options.body !== undefined && !(options.body instanceof FormData)) headers.set('content-type', 'application/json');
  return headers;
}

function encode(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
}

/** An answer with its ETag, for pages that change what they read. */
export interface Answer<T> {
  data: T;
  etag: string | null;
}

/**
 * Asks the API at an address put together by hand; the answer's type is the caller's word. Where the path is known, `api` knows the types.
 * @throws ApiProblem as `exchange` does.
 */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const init: RequestInit = { method, headers: headersFor(options), body: encode(options.body), signal: options.signal ?? null };
  const response = await exchange(new Request(address(path, options.query), init));
  const data = (response.status === 204 ? undefined : await response.json()) as T;
  return { data, etag: response.headers.get('etag') };
}

/** Shorthands for changes that give the body alone; what is only read, `api` reads. */
export const http = {
  post: async <T>(path: PathOf<'POST'>, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    (await request<T>('POST', path, { ...options, body })).data,
  put: async <T>(path: PathOf<'PUT'>, body: unknown, options: RequestOptions = {}): Promise<T> =>
    (await request<T>('PUT', path, { ...options, body })).data,
  patch: async <T>(path: PathOf<'PATCH'>, body: unknown): Promise<T> => (await request<T>('PATCH', path, { body })).data,
  delete: async (path: PathOf<'DELETE'>): Promise<void> => void (await request<void>('DELETE', path)),
};
