import { BOARD } from '../../../apps/api/src/http/jobs-board.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JobRegistry, JobRuns } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { PEOPLE } from '../access/row.js';

/** One of each role that signs in here; a second agent has no password. */
const ROLES = PEOPLE.filter((person) => person !== 'admin' && person !== 'toms');
const PLACES = ['', '/queue/timers', '/static/images/logo.svg', '/api/queues', '/api/redis/stats'];

interface Jobs {
  readonly backend: string;
  readonly queues: readonly { readonly name: string }[];
  readonly items: readonly { readonly name: string; readonly everySeconds: number | null; readonly finishedAt: string | null }[];
}

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

async function ask(login: string | null, path: string, method = 'GET'): Promise<Response> {
  const headers = login === null ? {} : (await cast.signIn(login)).headers();
  return fetch(`${test.url}${BOARD}${path}`, { method, headers, redirect: 'manual' });
}

describe('the board of the queues', () => {
  it('asks for the session at every address, its files and its data among them', async () => {
    for (const place of PLACES) {
      const answer = await ask(null, place);
      expect([place, answer.status]).toEqual([place, 401]);
      expect(await answer.json()).toMatchObject({ code: 'identity.not-signed-in' });
    }
  });

  it('opens to nobody but the administrator', async () => {
    for (const login of ROLES)
      for (const place of PLACES) expect([login, place, (await ask(login, place)).status]).toEqual([login, place, 403]);
  });

  it('shows a page that the policy lets through: nothing inline, nothing from elsewhere', async () => {
    const page = await ask('admin', '');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringMatching(/script-src 'self';.*base-uri 'self'/),
    ]);
    const text = await page.text();
    expect(text).toContain(`<base href="${BOARD}/"`);
    expect(text).not.toMatch(/<style|style="|https?:\/\/|<script>(?!\s*<)/);
    for (const [, file] of text.matchAll(/(?:src|href)="(static\/[^"]+)"/g))
      expect([file, (await ask('admin', `/${file}`)).status]).toEqual([file, 200]);
  });

  it('reads the queues and takes nothing but reading', async () => {
    const read = await ask('admin', '/api/queues');
    expect([read.status, await read.json()]).toMatchObject([
      200,
      { queues: expect.arrayContaining([expect.objectContaining({ name: 'timers', readOnlyMode: true })]) },
    ]);
    for (const path of ['/api/queues/timers/pause', '/api/queues/timers/obliterate', '/api/queues/pause'])
      expect([path, (await ask('admin', path, 'PUT')).status]).toEqual([path, 405]);
  });
});

describe('the recurring jobs', () => {
  const jobs = async (): Promise<Jobs> => (await (await cast.signIn('admin')).get<Jobs>('/jobs')).body;

  it('are told with what they did last', async () => {
    await eventually(async () => {
      const relay = (await jobs()).items.find(({ name }) => name === 'platform.relay');
      expect(relay).toMatchObject({ everySeconds: 1, failures: 0, finishedAt: expect.stringMatching(/Z$/) });
    });
    expect((await jobs()).queues.map(({ name }) => name)).toEqual(['timers', 'reactions', 'chores']);
  });

  it('have a name that people read, and no name stands for a job that is gone', async () => {
    const texts = JSON.parse(readFileSync(join(__dirname, '../../../apps/web/src/locales/lv/operations.json'), 'utf8')) as object;
    const worded = Object.keys(texts).flatMap((key) => /^job\.(\w+\.[\w-]+)$/.exec(key)?.[1] ?? []);
    const shown = (await jobs()).items.map(({ name }) => name);
    expect(shown.filter((name) => !worded.includes(name))).toEqual([]);
    const known = test.app.get(JobRegistry);
    expect(worded.filter((name) => known.named(name) === undefined)).toEqual([]);
  });

  it('keep why they failed, and how often', async () => {
    const runs = test.app.get(JobRuns);
    await runs.failed('kpis.recount-all', new Error('out of memory'));
    await runs.failed('kpis.recount-all', new Error('disk full'));
    expect((await runs.all()).find(({ name }) => name === 'kpis.recount-all')).toMatchObject({
      failures: 2,
      failure: 'disk full',
      finishedAt: null,
    });
  });
});

describe('the settings', () => {
  it('are told with the state of the installation and without secrets', async () => {
    const { status, body } = await (await cast.signIn('admin')).get<Record<string, unknown>>('/system');
    expect([status, body]).toMatchObject([
      200,
      { version: expect.stringMatching(/^\d/), migrations: expect.any(Number), mail: { parked: 0 } },
    ]);
    expect(JSON.stringify(body)).not.toContain('postgres:postgres@');
  });
});
