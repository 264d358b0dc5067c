import { AskForRatings } from '#notifications';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { helped, resolve } from '../ratings/rated-help.js';

interface Planned {
  readonly login: string;
  readonly cycle: number;
  readonly state: string;
  readonly reason: string | null;
  /** Seconds from the resolution until it is due. */
  readonly wait: number;
  readonly ahead: boolean;
}

interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly text: string;
  readonly html: string;
  readonly locale: string;
  readonly secret: string | null;
}

const anyTime = { ratingMailQuietHours: undefined };

let test: TestApp;
let cast: Cast;

const query = <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => test.app.get(Database).query<Row>(sql, params);

const planned = (ticketId: string): Promise<Planned[]> =>
  query<Planned>(
    `select u.login, m.cycle, m.state, m.reason, extract(epoch from m.due_at - t.resolved_at)::float8 as wait, m.due_at > now() as ahead
     from notifications.rating_mail m join identity.app_user u on u.id = m.user_id join tickets.ticket t on t.id = m.ticket_id
     where m.ticket_id = $1 order by m.cycle, u.login`,
    [ticketId],
  );

/** The planned mails of a ticket, once the worker has planned them. */
async function whenPlanned(ticketId: string): Promise<Planned[]> {
  await eventually(async () => expect(await planned(ticketId)).not.toEqual([]));
  return planned(ticketId);
}

/** As if the delay had gone by. */
async function comeDue(ticketId: string): Promise<void> {
  await whenPlanned(ticketId);
  await query(`update notifications.rating_mail set due_at = now() - interval '1 second' where ticket_id = $1 and state = 'waiting'`, [
    ticketId,
  ]);
  await test.app.get(AskForRatings).execute();
}

const bodies = ['text', 'html'].map((part) => `replace(body_${part}, '~secret~', coalesce(secret, '')) as ${part}`).join(', ');

const mailsOf = (ticketId: string): Promise<Mail[]> =>
  query<Mail>(`select id, kind, state, locale, ${bodies}, secret from notifications.delivery where ticket_id = $1 and kind = 'rating'`, [
    ticketId,
  ]);

/** Makes room for another mail to the same person. */
const forget = (): Promise<unknown> =>
  query(`update notifications.delivery set created_at = created_at - interval '8 days' where asks_rating`);

async function act(login: string, path: string, body: object): Promise<void> {
  const answer = await (await cast.signIn(login)).post(path, body);
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

describe('the mail that asks for a rating', () => {
  beforeAll(async () => {
    test = await startTestApp({ cast: true, worker: true, settings: anyTime });
    cast = await layCast(test);
  });
  beforeEach(forget);
  afterAll(() => test?.close());

  it('is due half an hour after the resolution, and not written before', async () => {
    const ticket = await helped(cast);
    const [plan] = await whenPlanned(ticket);
    expect(plan).toMatchObject({ login: 'ilze', cycle: 1, state: 'waiting', wait: 1800 });
    await test.app.get(AskForRatings).execute();
    expect(await mailsOf(ticket)).toEqual([]);
  });

  it('carries the three faces to one page, in the language of its reader', async () => {
    const ticket = await helped(cast);
    await query(`update identity.app_user set locale = 'en' where login = 'ilze'`);
    await comeDue(ticket);
    const [mail, ...more] = await mailsOf(ticket);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ locale: 'en', state: 'mailbox' });
    expect(mail!.text).toContain('How did we do?');
    const faces = [...mail!.text.matchAll(/\/rate\/([\w-]{43})\?v=(\w+)/g)].map(([, token, face]) => [token, face]);
    expect(faces.map(([, face]) => face)).toEqual(['bad', 'satisfactory', 'good']);
    expect(new Set(faces.map(([token]) => token)).size).toBe(1);
    expect((await new ApiClient(test.url).get(`/ratings/links/${faces[0]![0]}`)).body).toMatchObject({ state: 'open', locale: 'en' });
    await query(`update identity.app_user set locale = 'lv' where login = 'ilze'`);
  });

  it('records nothing when a scanner follows every link of it by GET and HEAD; the button of the page does', async () => {
    const ticket = await helped(cast);
    await comeDue(ticket);
    const [mail] = await mailsOf(ticket);
    const links = [
      ...new Set([...mail!.text.matchAll(/https?:\/\/\S+/g), ...mail!.html.matchAll(/(?<=href=")[^"]+/g)].map(([url]) => url)),
    ];
    expect(links.filter((url) => url.includes('/rate/'))).toHaveLength(3);
    for (const link of links) {
      const { pathname, search } = new URL(link.replaceAll('&amp;', '&'));
      const token = pathname.split('/').pop();
      for (const method of ['GET', 'HEAD'])
        for (const path of [`${pathname}${search}`, `/api/v1/ratings/links/${token}${search}`])
          await fetch(`${test.url}${path}`, { method });
    }
    const votes = (): Promise<unknown[]> => query(`select value from ratings.rating where ticket_id = $1`, [ticket]);
    const spent = (): Promise<unknown[]> => query(`select 1 from ratings.link where ticket_id = $1 and spent_at is not null`, [ticket]);
    expect([await votes(), await spent()]).toEqual([[], []]);
    const token = /\/rate\/([\w-]+)/.exec(mail!.text)?.[1];
    expect((await new ApiClient(test.url).post(`/ratings/links/${token}`, { value: 'good' })).status).toBe(201);
    expect([await votes(), await spent()]).toEqual([[{ value: 3 }], [expect.anything()]]);
  });

  it('goes to a person at most once in seven days; the portal asks all the same', async () => {
    const [first, second] = [await helped(cast), await helped(cast)];
    await comeDue(first);
    await comeDue(second);
    expect(await mailsOf(first)).toHaveLength(1);
    expect(await mailsOf(second)).toEqual([]);
    expect(await planned(second)).toMatchObject([{ state: 'dropped', reason: 'asked_lately' }]);
    expect((await (await cast.signIn('ilze')).get(`/tickets/${second}/rating`)).body).toMatchObject({ canRate: true });
  });

  it('is taken back by a reopening, and planned anew by the next resolution', async () => {
    const ticket = await helped(cast);
    await whenPlanned(ticket);
    await act('ilze', `/incidents/${ticket}/reopening`, { reason: 'Joprojām nestrādā.' });
    expect(await planned(ticket)).toMatchObject([{ state: 'dropped', reason: 'reopened' }]);
    await resolve(cast, ticket);
    await eventually(async () => expect(await planned(ticket)).toMatchObject([{ cycle: 1 }, { cycle: 2, state: 'waiting' }]));
    await comeDue(ticket);
    expect(await mailsOf(ticket)).toHaveLength(1);
  });

  it('waits for a day where the requester has written after the resolution: it may become a reopening', async () => {
    const ticket = await helped(cast);
    await act('ilze', `/tickets/${ticket}/comments`, { body: 'Vai tiešām ir salabots?', visibility: 'public' });
    await comeDue(ticket);
    expect(await mailsOf(ticket)).toEqual([]);
    const [plan] = await planned(ticket);
    expect(plan).toMatchObject({ state: 'waiting', ahead: true });
    expect(plan!.wait).toBeGreaterThan(86_000);
  });

  it('is not written to whoever has rated meanwhile', async () => {
    const ticket = await helped(cast);
    await act('ilze', `/tickets/${ticket}/rating`, { value: 'good' });
    await comeDue(ticket);
    expect(await mailsOf(ticket)).toEqual([]);
    expect(await planned(ticket)).toMatchObject([{ state: 'dropped', reason: 'nothing_to_rate' }]);
  });

  it('is written once by several workers at once', async () => {
    const ticket = await helped(cast);
    await whenPlanned(ticket);
    await query(`update notifications.rating_mail set due_at = now() where ticket_id = $1`, [ticket]);
    await Promise.all(Array.from({ length: 4 }, () => test.app.get(AskForRatings).execute()));
    expect(await mailsOf(ticket)).toHaveLength(1);
  });

  it('is or is not there in the same instant as a reopening, never both queued and reopened', async () => {
    for (let turn = 0; turn < 8; turn++) {
      await forget();
      const ticket = await helped(cast);
      await whenPlanned(ticket);
      await query(`update notifications.rating_mail set due_at = now() where ticket_id = $1`, [ticket]);
      await Promise.all([
        test.app.get(AskForRatings).execute(),
        act('ilze', `/incidents/${ticket}/reopening`, { reason: 'Joprojām nestrādā.' }),
      ]);
      const [left] = await query<{ n: number }>(
        `select count(*)::int as n from notifications.rating_mail where ticket_id = $1 and state = 'waiting'`,
        [ticket],
      );
      expect(left!.n).toBe(0);
    }
  });
});

describe('with a mail server', () => {
  beforeAll(async () => {
    // Nothing listens there: what is written stays queued.
    test = await startTestApp({ cast: true, worker: true, settings: { ...anyTime, smtpUrl: 'smtp://127.0.0.1:9' } });
    cast = await layCast(test);
  });
  afterAll(() => test?.close());

  it('a mail that is written and has not left is withdrawn by a reopening', async () => {
    const ticket = await helped(cast);
    await comeDue(ticket);
    await act('ilze', `/incidents/${ticket}/reopening`, { reason: 'Joprojām nestrādā.' });
    expect((await mailsOf(ticket))[0]).toMatchObject({ state: 'withdrawn', secret: null });
  });
});

describe('in quiet hours', () => {
  beforeAll(async () => {
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Riga', hour: '2-digit', hour12: false }).format(new Date()));
    // Whatever the time of day, it is quiet now and for the next two hours; on a day off it is quiet anyway.
    test = await startTestApp({ cast: true, worker: true, settings: { ratingMailQuietHours: { from: hour % 24, to: (hour + 3) % 24 } } });
    cast = await layCast(test);
  });
  afterAll(() => test?.close());

  it('the mail waits for their end, also when it comes due in them', async () => {
    const ticket = await helped(cast, 'janis');
    expect((await whenPlanned(ticket))[0]!.wait).toBeGreaterThan(3_600);
    await comeDue(ticket);
    expect(await mailsOf(ticket)).toEqual([]);
    expect(await planned(ticket)).toMatchObject([{ login: 'janis', state: 'waiting', ahead: true }]);
  });
});
