import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';
import { asked, pendingOf, person, step, told } from './round.js';

let test: TestApp;
let cast: Cast;
let visitor: ApiClient;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
  visitor = new ApiClient(test.url);
});

afterAll(() => test?.close());

interface LinkBody {
  readonly ticketNumber: string;
  readonly state: string;
  readonly decision: string | null;
  readonly matter: { readonly approver: string; readonly title: string; readonly needed: number } | null;
  readonly code?: string;
}

interface Mail {
  readonly kind: string;
  readonly text: string;
}

/** The mails about a ticket to one person, oldest first, as the mailbox shows them. */
async function mails(ticket: string, login: string): Promise<Mail[]> {
  return test.app.get(Database).query<Mail>(
    `select kind, replace(body_text, '~secret~', coalesce(secret, '')) as text from notifications.delivery
     where ticket_id = $1 and user_id = $2 and kind like 'approval-%' order by created_at`,
    [ticket, person(login)],
  );
}

const tokenIn = ({ text }: Mail): string => /\/approve\/([\w-]{43})/.exec(text)?.[1] ?? '';

async function tokenFor(ticket: string, login: string): Promise<string> {
  let token = '';
  await eventually(async () => {
    const [mail] = await mails(ticket, login);
    token = mail ? tokenIn(mail) : '';
    expect(token).not.toBe('');
  });
  return token;
}

/** Every row that a decision could have left, and every event. */
async function traces(): Promise<unknown> {
  return test.app.get(Database).query(
    `select (select json_agg(a order by a.id) from approvals.approval a) as approvals, (select json_agg(r order by r.id) from approvals.round r) as rounds,
       (select json_agg(l order by l.id) from approvals.link l) as links,
       (select count(*) from platform.event_log where type like 'approvals.%') as events`,
  );
}

const one = (logins: readonly string[]) => asked(test, cast, (now) => [step(logins, now)]);

describe('the link of an approval mail', () => {
  it('comes to whoever is asked, with a notice of the bell', async () => {
    const ticket = await one(['andris']);
    expect(await tokenFor(ticket, 'andris')).toHaveLength(43);
    const notices = await (await cast.signIn('andris')).get<{ items: { kind: string; ticket: { id: string } | null }[] }>('/notices');
    expect(notices.body.items).toContainEqual(
      expect.objectContaining({ kind: 'approval-requested', ticket: expect.objectContaining({ id: ticket }) }),
    );
  });

  it('decides nothing, however often it is followed by GET and HEAD', async () => {
    const token = await tokenFor(await one(['andris']), 'andris');
    const before = await traces();
    for (const method of ['GET', 'HEAD'])
      for (const path of [`/api/v1/approval-links/${token}`, `/api/v1/approval-links/${token}?decision=approved`, `/approve/${token}`])
        await fetch(`${test.url}${path}`, { method });
    expect((await visitor.get<LinkBody>(`/approval-links/${token}`)).body).toMatchObject({ state: 'open', decision: null });
    expect(await traces()).toEqual(before);
  });

  it('is kept as a hash', async () => {
    const token = await tokenFor(await one(['andris']), 'andris');
    expect(JSON.stringify(await traces())).not.toContain(token);
  });

  it('decides once by the button, for the person to whom it was written', async () => {
    const ticket = await one(['andris', 'dace']);
    const token = await tokenFor(ticket, 'andris');
    const posts = await Promise.all(
      Array.from({ length: 5 }, () => visitor.post<LinkBody>(`/approval-links/${token}`, { decision: 'approved' })),
    );
    expect(posts.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(posts.find(({ status }) => status === 409)?.body.code).toBe('approvals.link-used');
    expect((await visitor.get<LinkBody>(`/approval-links/${token}`)).body).toMatchObject({ state: 'used', decision: 'approved' });
    expect(await pendingOf(test, ticket, 'andris')).toEqual([]);
    expect(await pendingOf(test, ticket, 'dace')).toHaveLength(1);
  });

  it('asks for a reason of a rejection, and is not spent by a refusal', async () => {
    const ticket = await one(['andris']);
    const token = await tokenFor(ticket, 'andris');
    expect((await visitor.post<LinkBody>(`/approval-links/${token}`, { decision: 'rejected' })).body.code).toBe(
      'approvals.rejection-needs-reason',
    );
    expect((await visitor.post(`/approval-links/${token}`, { decision: 'rejected', reason: 'Nav izmēģināts.' })).status).toBe(201);
    expect((await told(test, ticket)).at(-1)).toBe('refused');
  });

  it('is used up by a decision at the desk, and shows nothing once it is worth nothing', async () => {
    const ticket = await one(['andris', 'dace']);
    const [andris, dace] = [await tokenFor(ticket, 'andris'), await tokenFor(ticket, 'dace')];
    const [approval] = await pendingOf(test, ticket, 'andris');
    await (await cast.signIn('andris')).post(`/approvals/${approval}/decision`, { decision: 'rejected', reason: 'Par agru.' });
    expect((await visitor.post<LinkBody>(`/approval-links/${andris}`, { decision: 'approved' })).body.code).toBe('approvals.link-used');
    const other = await visitor.get<LinkBody>(`/approval-links/${dace}`);
    expect(other.body).toMatchObject({ state: 'expired', matter: null });
    expect((await visitor.post<LinkBody>(`/approval-links/${dace}`, { decision: 'approved' })).body.code).toBe('approvals.link-expired');
  });

  it('ends with its due time', async () => {
    const ticket = await one(['andris']);
    const token = await tokenFor(ticket, 'andris');
    await test.app.get(Database).query(
      `update approvals.step set due_at = now() + interval '1 second', remind_at = null
      where round_id = (select id from approvals.round where ticket_id = $1)`,
      [ticket],
    );
    await eventually(async () => expect((await visitor.get<LinkBody>(`/approval-links/${token}`)).body.state).toBe('expired'));
  });

  it('answers 404 to a token that was never made', async () => {
    expect((await visitor.get(`/approval-links/${'A'.repeat(43)}`)).status).toBe(404);
    expect((await visitor.post('/approval-links/x', { decision: 'approved' })).status).toBe(404);
  });
});
