import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What the API answered. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string>>;
}

type Loose = Record<string, unknown>;

/** A person at the API: keeps his session, and sends the token that every change needs. */
export class ApiClient {
  private cookie: string | undefined;
  private csrf: string | undefined;
  private token: string | undefined;

  constructor(readonly url: string) {}

  /** A program that asks by its token. */
  static withToken(url: string, token: string): ApiClient {
    const client = new ApiClient(url);
    client.token = token;
    return client;
  }

  /** Signs in; throws where that is refused. */
  async signIn(login: string, password: string): Promise<this> {
    const answer = await request(this.url).post('/api/v1/session').send({ login, password });
    if (answer.status !== 201) throw new Error(`${login} cannot sign in: ${answer.status} ${answer.text}`);
    const cookies = answer.headers['set-cookie'] as unknown as string[];
    this.cookie = cookies.map((c) => c.split(';')[0]).join('; ');
    this.csrf = (answer.body as { csrfToken: string }).csrfToken;
    return this;
  }

  /** The same person, with the same session, at another address of the installation. */
  at(url: string): ApiClient {
    const other = new ApiClient(url);
    other.cookie = this.cookie;
    other.csrf = this.csrf;
    return other;
  }

  /** The headers of somebody signed in, for calls that this class does not make. */
  headers(): Record<string, string> {
    return {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.csrf ? { 'x-csrf-token': this.csrf } : {}),
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
    };
  }

  get<Body = Loose>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('get', path, undefined, headers);
  }

  /** What a file says; throws where none is sent. */
  async text(path: string): Promise<string> {
    const answer = await fetch(`${this.url}/api/v1${path}`, { headers: this.headers() });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  }

  post<Body = Loose>(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('post', path, body, headers);
  }

  /** A POST with an Idempotency-Key of its own. */
  postOnce<Body = Loose>(path: string, body: object = {}, key: string = randomUUID()): Promise<Answer<Body>> {
    return this.send('post', path, body, { 'idempotency-key': key });
  }

  put<Body = Loose>(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('put', path, body, headers);
  }

  patch<Body = Loose>(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('patch', path, body, headers);
  }

  delete<Body = Loose>(path: string): Promise<Answer<Body>> {
    return this.send('delete', path, undefined, {});
  }

  private async send<Body>(method: Method, path: string, body: object | undefined, headers: Record<string, string>): Promise<Answer<Body>> {
    let call = request(this.url)
      [method](`/api/v1${path}`)
      .set({ ...this.headers(), ...headers });
    if (body !== undefined) call = call.send(body);
    const answer: Response = await call;
    return { status: answer.status, body: answer.body as Body, headers: answer.headers as Record<string, string> };
  }
}
