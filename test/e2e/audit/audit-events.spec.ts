import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';

interface Event {
  readonly id: number;
  readonly type: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly actor: { readonly id: string; readonly name: string | null } | null;
}

interface Page {
  readonly items: Event[];
  readonly nextCursor: string | null;
}

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  for (const login of ['ilze', 'janis', 'elina', 'inga']) await cast.signIn(login);
});

afterAll(() => test?.close());

async function read(query: string): Promise<Page> {
  const answer = await (await cast.signIn('inga')).get<Page>(`/audit-events?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

describe('the audit of events', () => {
  it('shows an auditor what happened, newest first, with the name of who did it', async () => {
    const { items } = await read('type=identity.signed-in');
    expect(items.map(({ actor }) => actor?.name).slice(0, 2)).toEqual(['Inga Pētersone', 'Elīna Bērziņa']);
    expect(items.map(({ id }) => id)).toEqual(items.map(({ id }) => id).sort((a, b) => b - a));
  });

  it('goes on where the page before ended', async () => {
    const whole = (await read('type=identity')).items.map(({ id }) => id);
    const paged: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await read(`type=identity&limit=2&cursor=${cursor}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  it('narrows to a subject, to a person who acted, and to a stretch of time', async () => {
    const [event] = (await read('type=identity.signed-in&limit=1')).items;
    const same = await read(`subjectType=${event!.subject.type}&subjectId=${event!.subject.id}`);
    expect(same.items.every(({ subject }) => subject.id === event!.subject.id)).toBe(true);
    expect((await read(`actorId=${event!.actor!.id}`)).items.every(({ actor }) => actor?.id === event!.actor!.id)).toBe(true);
    expect((await read('to=2020-01-01T00:00:00Z')).items).toEqual([]);
  });

  it('is saved as a file with the same filters', async () => {
    const lines = (await (await cast.signIn('inga')).text('/audit-events/export?format=csv&type=identity.signed-in')).trim().split('\r\n');
    const { items } = await read('type=identity.signed-in&limit=200');
    expect(lines).toHaveLength(items.length + 1);
    expect(lines[1]).toContain(`${items[0]!.id};`);
    expect(lines[1]).toContain(`;identity.signed-in;user;${items[0]!.subject.id};${items[0]!.actor!.name};`);
  });

  it('refuses a filter that is none', async () => {
    const inga = await cast.signIn('inga');
    for (const query of ['from=yesterday', 'type=DROP%20TABLE', 'subjectId=1', 'limit=500', 'cursor=x']) {
      expect((await inga.get(`/audit-events?${query}`)).status).toBe(422);
    }
  });

  it('is for auditors and administrators only', async () => {
    for (const login of ['ilze', 'elina', 'dace', 'zane']) expect((await (await cast.signIn(login)).get('/audit-events')).status).toBe(403);
    expect((await (await cast.signIn('admin')).get('/audit-events')).status).toBe(200);
  });
});
