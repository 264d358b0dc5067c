import type { UnitOfWork } from '#platform';
import { layCast } from '../../support/cast.js';

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body, or its text where it is no JSON; undefined where it is empty. */
  readonly body: unknown;
}

export interface AskOptions {
  readonly headers?: Record<string, string>;
  /** Leaves the anti-forgery token out. */
  readonly withoutToken?: boolean;
}

/** Somebody in front of a browser: keeps the session's cookie and sends the anti-forgery token with each change. */
export class Visitor {
  cookie: string | undefined;
  csrfToken: string | undefined;

  constructor(private readonly url: string) {}

  /** Signs in; throws where that is refused. */
  async signIn(login: string, password: string): Promise<this> {
    const answer = await this.ask('POST', '/session', { login, password });
    if (answer.status !== 201) throw new Error(`${login} cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return this;
  }

  async get(path: string, options: AskOptions = {}): Promise<Answer> {
    return this.ask('GET', path, undefined, options);
  }

  /** Asks `/api/v1<path>`, with a JSON body where one is given. */
  async ask(method: string, path: string, body?: unknown, { headers = {}, withoutToken = false }: AskOptions = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrfToken && !withoutToken ? { 'x-csrf-token': this.csrfToken } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.keepCookie(response.headers);
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: parse(text) };
    if (answer.status < 300) this.keepToken(answer.body);
    return answer;
  }

  private keepCookie(headers: Headers): void {
    const [first] = headers.getSetCookie();
    if (first === undefined) return;
    const [pair = ''] = first.split(';');
    this.cookie = pair.endsWith('=') ? undefined : pair;
  }

  private keepToken(body: unknown): void {
    if (typeof body === 'object' && body !== null && 'csrfToken' in body) this.csrfToken = String(body.csrfToken);
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export type DemoLogin = 'ilze' | 'janis' | 'elina' | 'rihards' | 'dace' | 'andris' | 'zane' | 'inga' | 'admin';

/** The people of the demonstration in a test's own database. */
export interface DemoPeople {
  passwordOf(login: DemoLogin): string;
  /** A browser in which this person has signed in; a new one for each call. */
  visitor(login: DemoLogin): Promise<Visitor>;
}

/** Lays out the demonstration's people and services. */
export async function layOutDemo(test: { readonly url: string; readonly unitOfWork: UnitOfWork }): Promise<DemoPeople> {
  const { passwords } = await layCast(test);
  const passwordOf = (login: string): string => passwords.get(login) ?? '';
  return { passwordOf, visitor: (login) => new Visitor(test.url).signIn(login, passwordOf(login)) };
}
