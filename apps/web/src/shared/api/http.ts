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

/** A random key (128 bits as hex); works without a secure context too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function address(path: string, query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `${BASE}${path}${text ? `?${text}` : ''}`;
}

function headersFor(method: string, options: RequestOptions): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang });
  if (method !== 'GET' && csrfToken) headers.set('x-csrf-token', csrfToken);
  if (method === 'POST') headers.set('idempotency-key', options.idempotencyKey ?? newKey());
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
  if (options.body !== undefined && !(options.body instanceof FormData)) headers.set('content-type', 'application/json');
  return headers;
}

function encode(body: unknown): BodyInit | null {
  if (body === undefined) return null;
  return body instanceof FormData ? body : JSON.stringify(body);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function send(url: string, init: RequestInit, mayRepeat: boolean): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    if (!mayRepeat) throw new ApiProblem(0, { code: 'web.offline' });
    await pause(RETRY_AFTER_MS);
    return send(url, init, false);
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new ApiProblem(response.status, body);
}

/** An answer with its ETag, for pages that change what they read. */
export interface Answer<T> {
  data: T;
  etag: string | null;
}

/**
 * Asks the API. Changes carry the session's token and, when POSTed, an Idempotency-Key, so a request whose answer was lost on the way
 * is repeated once without acting twice.
 * @throws ApiProblem for every answer that is not 2xx, and with status 0 when no answer came.
 */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const init: RequestInit = {
    method,
    headers: headersFor(method, options),
    body: encode(options.body),
    credentials: 'same-origin',
    signal: options.signal ?? null,
  };
  const response = await send(
    address(path, options.query),
    init,
    method === 'GET' || (method === 'POST' && !(options.body instanceof FormData)),
  );
  if (response.status === 401 && path !== '/session' && path !== '/me') onSignedOut();
  if (!response.ok) throw await problemOf(response);
  const data = (response.status === 204 ? undefined : await response.json()) as T;
  return { data, etag: response.headers.get('etag') };
}

/** Shorthands that give the body alone. */
export const http = {
  get: async <T>(path: string, query?: RequestOptions['query'], signal?: AbortSignal): Promise<T> =>
    (await request<T>('GET', path, { query, ...(signal ? { signal } : {}) })).data,
  post: async <T>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<T> =>
    (await request<T>('POST', path, { ...options, body })).data,
  put: async <T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> =>
    (await request<T>('PUT', path, { ...options, body })).data,
  patch: async <T>(path: string, body: unknown): Promise<T> => (await request<T>('PATCH', path, { body })).data,
  delete: async (path: string): Promise<void> => void (await request<void>('DELETE', path)),
};
