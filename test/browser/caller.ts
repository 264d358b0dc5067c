import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import { passwordOf } from './people.js';

/** The API as a signed-in person: what a test needs to have happened before a page is looked at. */
export class Caller {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly headers: Record<string, string>,
  ) {}

  static async as(request: APIRequestContext, login: string): Promise<Caller> {
    const answer = await request.post('/api/v1/session', { data: { login, password: passwordOf(login) } });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    return new Caller(request, { 'x-csrf-token': csrfToken });
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.request.get(`/api/v1${path}`);
    expect(answer.ok(), path).toBe(true);
    return (await answer.json()) as T;
  }

  async post<T>(path: string, data: object = {}): Promise<T> {
    const answer = await this.request.post(`/api/v1${path}`, { data, headers: { ...this.headers, 'idempotency-key': randomUUID() } });
    expect(answer.ok(), `${path} ${answer.status()}`).toBe(true);
    return (await answer.json()) as T;
  }
}
