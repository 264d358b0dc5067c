import { demoId } from '#identity';
import { Database, JobRegistry } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { helped, type RatingPageBody } from './rated-help.js';

interface FollowUpBody {
  readonly id: string;
  readonly state: string;
  readonly ticket: { readonly id: string; readonly number: string } | null;
  readonly rater: { readonly name: string } | null;
  readonly rating: { readonly value: string; readonly comment: string | null };
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly reminders: number;
  readonly contacted: boolean | null;
  readonly note: string | null;
  readonly closedBy: { readonly name: string } | null;
  readonly abilities: { readonly complete: boolean };
  readonly code?: string;
}

interface ListBody {
  readonly items: readonly FollowUpBody[];
  readonly nextCursor: string | null;
  readonly open: number;
  readonly overdue: number;
}

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

async function list(login: string, search = ''): Promise<ListBody> {
  const answer = await (await cast.signIn(login)).get<ListBody>(`/rating-follow-ups${search}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function rated(value: string, comment?: string): Promise<string> {
  const ticket = await helped(cast);
  await rate(ticket, value, comment);
  return ticket;
}

async function rate(ticket: string, value: string, comment?: string): Promise<void> {
  const answer = await (await cast.signIn('ilze')).post(`/tickets/${ticket}/rating`, { value, ...(comment ? { comment } : {}) });
  expect(answer.status).toBe(201);
}

const of = async (ticket: string, search = ''): Promise<FollowUpBody | undefined> =>
  (await list('rihards', `?ticketId=${ticket}${search}`)).items[0];

const types = async (ticket: string): Promise<string[]> =>
  (
    await test.app
      .get(Database)
      .query<{ type: string }>(`select type from platform.event_log where subject_id = $1 and type like 'ratings.%' order by id`, [ticket])
  ).map(({ type }) => type);

describe('a bad rating', () => {
  it('makes a task for the lead of the group, with what was said and when it is due, and tells him', async () => {
    const ticket = await rated('bad', 'Neviens neatzvanīja.');
    const task = (await of(ticket))!;
    expect(task).toMatchObject({
      state: 'open',
      overdue: false,
      rater: { name: 'Ilze Kalniņa' },
      rating: { value: 'bad', comment: 'Neviens neatzvanīja.' },
      abilities: { complete: true },
    });
    expect(new Date(task.dueAt).getTime()).toBeGreaterThan(Date.now() + 24 * 3_600_000);
    await eventually(async () => {
      const { items } = (await (await cast.signIn('rihards')).get<{ items: { kind: string; ticket: { id: string } | null }[] }>('/notices'))
        .body;
      expect(items.filter((notice) => notice.ticket?.id === ticket).map(({ kind }) => kind)).toContain('rating-follow-up');
    });
  });

  it('makes none where it is satisfactory or good', async () => {
    expect(await of(await rated('satisfactory'))).toBeUndefined();
    expect(await of(await rated('good'))).toBeUndefined();
  });

  it('that is changed into a better one takes the task back, and makes it anew when it is bad again', async () => {
    const ticket = await rated('good');
    await rate(ticket, 'bad');
    const { id } = (await of(ticket))!;
    await rate(ticket, 'satisfactory');
    expect(await of(ticket)).toBeUndefined();
    expect(await of(ticket, '&state=withdrawn')).toMatchObject({ id, abilities: { complete: false } });
    await rate(ticket, 'bad');
    expect(await of(ticket)).toMatchObject({ id, state: 'open' });
    expect((await types(ticket)).filter((type) => type.includes('follow-up'))).toEqual([
      'ratings.follow-up-opened',
      'ratings.follow-up-withdrawn',
      'ratings.follow-up-opened',
    ]);
  });

  it('is answered once: what was done, whether the person was spoken with, by whom', async () => {
    const ticket = await rated('bad');
    const { id } = (await of(ticket))!;
    const rihards = await cast.signIn('rihards');
    const note = 'Piezvanīju; draiveris nebija atjaunots otrajā datorā.';
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => rihards.post<FollowUpBody>(`/rating-follow-ups/${id}/completion`, { note, contacted: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const file = await rihards.text(`/rating-follow-ups/export?format=csv&state=done&ticketId=${ticket}`);
    expect(file).toContain(`;Slikti;;Ilze Kalniņa;jā;"${note}";Rihards Liepiņš;`);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('ratings.follow-up-closed');
    expect(await of(ticket, '&state=done')).toMatchObject({ note, contacted: true, closedBy: { name: 'Rihards Liepiņš' } });
    expect((await types(ticket)).filter((type) => type === 'ratings.follow-up-done')).toHaveLength(1);
  });

  it('stays answered when the person changes his mind afterwards', async () => {
    const ticket = await rated('bad');
    const { id } = (await of(ticket))!;
    await (await cast.signIn('dace')).post(`/rating-follow-ups/${id}/completion`, { note: 'Runāju.', contacted: true });
    await rate(ticket, 'good');
    expect(await of(ticket, '&state=done')).toMatchObject({ id, rating: { value: 'good' } });
  });

  it('that is done or taken back in time is told of to nobody', async () => {
    const [done, taken] = [await rated('bad'), await rated('bad')];
    await (
      await cast.signIn('rihards')
    ).post(`/rating-follow-ups/${(await of(done))!.id}/completion`, { note: 'Runāju.', contacted: true });
    await rate(taken, 'good');
    const waiting = await test.app
      .get(Database)
      .query(`select 1 from ratings.follow_up where ticket_id = any($1::uuid[]) and remind_at is not null`, [[done, taken]]);
    expect(waiting).toEqual([]);
  });

  it('is overdue from its date on, and counted so', async () => {
    const ticket = await rated('bad');
    const before = (await list('rihards')).overdue;
    await test.app.get(Database).query(`update ratings.follow_up set due_at = now() - interval '1 second' where ticket_id = $1`, [ticket]);
    expect(await of(ticket)).toMatchObject({ overdue: true });
    const after = await list('rihards');
    expect([after.overdue, after.items[0]!.ticket!.id]).toEqual([before + 1, ticket]);
  });

  it('that nobody looks into is told of once to the lead when it is overdue, and once to managers two working days later', async () => {
    const ticket = await rated('bad');
    const database = test.app.get(Database);
    const job = test.app.get(JobRegistry).named('ratings.remind-of-follow-ups')!;
    const bells = async (login: string): Promise<string[]> => {
      const { items } = (await (await cast.signIn(login)).get<{ items: { kind: string; ticket: { id: string } | null }[] }>('/notices'))
        .body;
      return items.filter((notice) => notice.ticket?.id === ticket && notice.kind.startsWith('rating-follow-up-')).map(({ kind }) => kind);
    };
    await database.query(
      `update ratings.follow_up set due_at = now() - interval '1 second', remind_at = now() - interval '1 second' where ticket_id = $1`,
      [ticket],
    );
    await Promise.all([job.run({}), job.run({})]);
    await job.run({});
    await eventually(async () => expect(await bells('rihards')).toEqual(['rating-follow-up-overdue']));
    expect(await bells('dace')).toEqual([]);
    const { reminders, remindAt } = (
      await database.query<{ reminders: number; remindAt: number }>(
        `select reminders, remind_at as "remindAt" from ratings.follow_up where ticket_id = $1`,
        [ticket],
      )
    )[0]!;
    expect([reminders, remindAt / 1_000 > Date.now() + 24 * 3_600_000]).toEqual([1, true]);

    await database.query(`update ratings.follow_up set remind_at = now() where ticket_id = $1`, [ticket]);
    await Promise.all([job.run({}), job.run({})]);
    await eventually(async () => expect(await bells('dace')).toEqual(['rating-follow-up-escalated']));
    expect(await bells('rihards')).toEqual(['rating-follow-up-overdue']);
    expect(await of(ticket)).toMatchObject({ overdue: true, reminders: 2 });
    expect((await types(ticket)).filter((type) => type === 'ratings.follow-up-overdue')).toHaveLength(2);
  });

  it('asks for words, and refuses an answer without them', async () => {
    const { id } = (await of(await rated('bad')))!;
    const rihards = await cast.signIn('rihards');
    for (const body of [{ note: '   ', contacted: true }, { note: 'Runāju.' }, { contacted: true }])
      expect((await rihards.post(`/rating-follow-ups/${id}/completion`, body)).status).toBe(422);
  });

  it('is the business of the lead of that group and of managers alone', async () => {
    const ticket = await rated('bad');
    const { id } = (await of(ticket))!;
    const database = test.app.get(Database);
    await database.query(`update ratings.follow_up set group_id = $2 where ticket_id = $1`, [ticket, demoId('group', 'network')]);
    expect(await of(ticket)).toBeUndefined();
    const refused = await (
      await cast.signIn('rihards')
    ).post<FollowUpBody>(`/rating-follow-ups/${id}/completion`, { note: 'Es.', contacted: true });
    expect([refused.status, refused.body.code]).toEqual([404, 'ratings.follow-up.not-found']);
    expect((await list('dace', `?ticketId=${ticket}`)).items).toHaveLength(1);
    for (const login of ['ilze', 'elina', 'inga', 'zane', 'admin'])
      expect((await (await cast.signIn(login)).get('/rating-follow-ups')).status).toBe(403);
  });

  it('is not told in the ticket’s history, where it would show what somebody said', async () => {
    const ticket = await rated('bad');
    const { items } = (await (await cast.signIn('andris')).get<{ items: { type: string }[] }>(`/tickets/${ticket}/history`)).body;
    expect(items.filter(({ type }) => type.startsWith('ratings.'))).toEqual([]);
    const page = (await (await cast.signIn('elina')).get<RatingPageBody>(`/tickets/${ticket}/rating`)).body;
    expect(page.history.map(({ value }) => value)).toEqual(['bad']);
  });
});
