import { demoId } from '#identity';
import { parseInstant } from '#kernel';
import { ImportFacts } from '#kpis';
import { appendEvents, Database, ReactionRegistry } from '#platform';
import { importRatings, type RatingValue } from '#ratings';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { FIRST_LINE, NETWORK, ORDER } from '../kpis/figure-story.js';
import { layPast, PastTicket } from '../kpis/past-ticket.js';

interface Side {
  readonly people: number | null;
  readonly themes: readonly { readonly stem: string; readonly word: string; readonly people: number }[];
}

interface PageBody {
  readonly kept: { readonly rated: number; readonly bad: number } | null;
  readonly broken: { readonly rated: number; readonly bad: number } | null;
  readonly themeMonths: readonly string[];
  readonly bad: Side;
  readonly better: Side;
  readonly rows: boolean;
}

interface RowsBody {
  readonly items: readonly {
    readonly comment: string | null;
    readonly ticket: { readonly id: string } | null;
    readonly waitedSeconds: number | null;
    readonly workedSeconds: number | null;
    readonly followUp: { readonly state: string } | null;
    readonly value?: string;
  }[];
  readonly nextCursor: string | null;
  readonly code?: string;
}

/** By hand: third priority, 16 h on LV-8x5 from Monday 3 March 2025, 9:00: met on Tuesday 16:00 (8 + 7.5 h), late on Thursday. */
const KEPT = '2025-03-04T16:00:00+02:00';
const LATE = '2025-03-06T12:00:00+02:00';

let test: TestApp;
let cast: Cast;
let raters: string[];

const solved = (at: string, groupId = FIRST_LINE): PastTicket =>
  new PastTicket('2025-03-03T09:00:00+02:00', { priority: 3, groupId }).accepted('2025-03-03T09:05:00+02:00').resolved(at);

interface Told {
  readonly ticket: PastTicket;
  readonly value: RatingValue;
  readonly comment: string | null;
  /** Which of the raters. */
  readonly by: number;
  readonly at?: string;
}

async function rate(told: readonly Told[]): Promise<void> {
  await layPast(test, ...told.map(({ ticket }) => ticket));
  await test.unitOfWork.run(async (tx) => {
    const events = await importRatings(
      tx,
      told.map(({ ticket, value, comment, by, at = '2025-03-10T10:00:00+02:00' }) => ({
        ...{ ticketId: ticket.id, raterId: raters[by]!, value, comment, channel: 'portal', at: parseInstant(at) },
        ...{ institutionId: ORDER, serviceId: null, resolverGroupId: ticket.opening.groupId ?? FIRST_LINE, resolverId: null },
        followUp: value === 'bad' ? { dueAt: parseInstant('2025-03-12T17:00:00+02:00'), done: null } : null,
      })),
    );
    await appendEvents(tx, events, test.app.get(ReactionRegistry), { imported: true });
  });
  await test.app.get(ImportFacts).execute();
}

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  raters = (
    await test.app
      .get(Database)
      .query<{ id: string }>(`select id from identity.app_user where id <> $1 order by id`, [demoId('person', 'elina')])
  ).map(({ id }) => id);
  const many = (count: number, story: (nth: number) => Told): Told[] => Array.from({ length: count }, (_, nth) => story(nth));
  await rate([
    ...many(6, (by) => ({ ticket: solved(KEPT), value: 'bad', comment: 'Ilgi gaidīju atbildi.', by })),
    ...many(7, (by) => ({ ticket: solved(KEPT), value: 'good', comment: by < 4 ? 'Laipni!' : null, by: by + 6 })),
    ...many(5, (by) => ({ ticket: solved(LATE), value: 'bad', comment: 'Gaidīšana par ilgu', by: by + 2 })),
    // A group that is no user support counts nowhere.
    ...many(5, (by) => ({ ticket: solved(KEPT, NETWORK), value: 'bad', comment: 'Tīkls.', by })),
    // The quarter's first month is of the same themes; the next quarter is not.
    { ticket: solved(KEPT), value: 'bad', comment: 'Ilgāk nekā solīts', by: 9, at: '2025-01-20T10:00:00+02:00' },
    { ticket: solved(KEPT), value: 'bad', comment: 'Ilgi', by: 10, at: '2025-04-01T00:30:00+03:00' },
  ]);
});

afterAll(() => test?.close());

async function read<Body>(login: string, path: string): Promise<{ status: number; body: Body }> {
  return (await cast.signIn(login)).get<Body>(`/reports/satisfaction${path}`);
}

describe('the satisfaction page', () => {
  it('says how many were disappointed although every promise was kept, and how many where one was broken', async () => {
    const { body } = await read<PageBody>('dace', '?month=2025-03');
    expect(body.kept).toEqual({ rated: 13, bad: 6 });
    expect(body.broken).toEqual({ rated: 5, bad: 5 });
  });

  it('lists the disappointed ones with what was said and how long they waited, as many as were counted', async () => {
    const { body } = await read<RowsBody>('dace', '/disappointed?month=2025-03');
    expect(body.items).toHaveLength(6);
    // 15.5 h of contract time; 31 h on the wall clock.
    for (const row of body.items)
      expect(row).toMatchObject({
        comment: 'Ilgi gaidīju atbildi.',
        workedSeconds: 15.5 * 3600,
        waitedSeconds: 31 * 3600,
        followUp: { state: 'open' },
      });
    const pages: string[] = [];
    let cursor = '';
    do {
      const page: RowsBody = (await read<RowsBody>('dace', `/disappointed?month=2025-03&limit=4${cursor && `&cursor=${cursor}`}`)).body;
      pages.push(...page.items.map((row) => row.ticket!.id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect([pages.length, new Set(pages).size]).toEqual([6, 6]);
  });

  it('names what five people or more wrote about in the quarter, each by its most written form', async () => {
    const { body } = await read<PageBody>('dace', '?month=2025-03');
    expect(body.themeMonths).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(body.bad).toMatchObject({
      people: 8,
      themes: [
        { word: 'ilgi', people: 8 },
        { word: 'gaidīju', people: 7 },
        { word: 'atbildi', people: 6 },
      ],
    });
    expect(body.better).toEqual({ people: null, themes: [] });
    expect((await read<PageBody>('dace', '?month=2025-04')).body.bad).toEqual({ people: null, themes: [] });
  });

  it('opens the comments behind a theme by the words that counted them', async () => {
    const { body } = await read<RowsBody>('dace', '/comments?month=2025-02&side=bad&stem=ilg');
    expect(new Set(body.items.map(({ comment }) => comment))).toEqual(
      new Set(['Ilgi gaidīju atbildi.', 'Gaidīšana par ilgu', 'Ilgāk nekā solīts']),
    );
    expect(body.items).toHaveLength(12);
  });

  it('shows neither share where one of the two stands on fewer than five people', async () => {
    await test.app.get(Database).query(
      `update kpis.rating_fact set rater_id = $1 where value = 1 and ticket_id in
      (select ticket_id from kpis.clock_fact where outcome = 'breached')`,
      [raters[2]],
    );
    expect((await read<PageBody>('dace', '?month=2025-03')).body).toMatchObject({ kept: null, broken: null });
  });

  it('gives a coordinator the figures of his institution and no single rating', async () => {
    const { body } = await read<PageBody>('zane', '?month=2025-03');
    expect(body.rows).toBe(false);
    for (const path of ['/disappointed?month=2025-03', '/comments?month=2025-03&side=bad&stem=ilg'])
      expect(await read<RowsBody>('zane', path)).toMatchObject({ status: 403, body: { code: 'ratings.rows-not-allowed' } });
  });

  it('saves as a file in which a comment is text and never a formula', async () => {
    await test.app.get(Database).query(`update ratings.rating set comment = '=1+1' where comment = 'Ilgi gaidīju atbildi.'`);
    const dace = await cast.signIn('dace');
    const answer = await fetch(`${test.url}/api/v1/reports/satisfaction/export?month=2025-03&format=csv`, { headers: dace.headers() });
    const text = await answer.text();
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="satisfaction-2025-03.csv"');
    expect(text).toContain("'=1+1");
    expect(text).not.toMatch(/(^|;)=1/m);
    const zane = await cast.signIn('zane');
    const hers = await (
      await fetch(`${test.url}/api/v1/reports/satisfaction/export?month=2025-03&format=csv`, { headers: zane.headers() })
    ).text();
    expect(hers).not.toContain('1+1');
  });
});
