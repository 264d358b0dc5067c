import { ApprovalBook } from '#approvals';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { asked, pendingOf, person, step, told } from './round.js';
import { PassTime } from '../../../libs/approvals/src/use-cases/pass-time.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

/** Moves the due time, or the reminder, of a ticket's open steps into the past. */
async function lapse(ticket: string, column: 'due_at' | 'remind_at'): Promise<void> {
  await test.app.get(Database).query(
    `update approvals.step set ${column} = clock_timestamp() - interval '1 second' where state = 'open'
       and round_id = (select id from approvals.round where ticket_id = $1 and state = 'open')`,
    [ticket],
  );
  await test.app.get(PassTime).execute();
}

/** Which notices somebody got. Each comes by a reaction of its own, so which is written first says nothing. */
async function kinds(ticket: string, login: string): Promise<string[]> {
  const rows = await test.app
    .get(Database)
    .query<{ kind: string }>(
      `select kind from notifications.notice where ticket_id = $1 and user_id = $2 and kind like 'approval-%' order by kind desc`,
      [ticket, person(login)],
    );
  return rows.map(({ kind }) => kind);
}

interface Body {
  readonly state?: string;
  readonly round?: string;
  readonly code?: string;
  readonly items?: readonly { readonly id: string }[];
}

describe('time', () => {
  it('reminds once, by bell and mail, and the mail has a link of its own', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    await lapse(ticket, 'remind_at');
    await test.app.get(PassTime).execute();
    expect(await told(test, ticket)).toEqual(['requested', 'reminded']);
    await eventually(async () => expect(await kinds(ticket, 'andris')).toEqual(['approval-requested', 'approval-reminder']));
    await eventually(async () => {
      const [row] = await test.app
        .get(Database)
        .query<{ n: number }>(`select count(*)::int as n from approvals.link where approval_id = $1`, [
          (await pendingOf(test, ticket, 'andris'))[0],
        ]);
      expect(row?.n).toBe(2);
    });
  });

  it('hands what nobody has decided to those above, who are told and may read it', async () => {
    const up = { onExpiry: 'escalate', escalateToIds: [person('dace')] } as const;
    const ticket = await asked(test, cast, (now) => [step(['andris'], now, up)]);
    await lapse(ticket, 'due_at');
    expect(await told(test, ticket)).toEqual(['requested', 'step-expired', 'requested']);
    await eventually(async () => expect(await kinds(ticket, 'dace')).toEqual(['approval-requested']));
    const dace = await cast.signIn('dace');
    const [approval] = await pendingOf(test, ticket, 'dace');
    expect((await dace.post<Body>(`/approvals/${approval}/decision`, { decision: 'approved' })).body.round).toBe('granted');
  });

  it('refuses what nobody has decided, with a reason, where the step says so', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    await lapse(ticket, 'due_at');
    const { rounds } = await test.app.get(ApprovalBook).standing(undefined, ticket);
    expect(rounds[0]).toMatchObject({ state: 'refused', reason: 'Noteiktajā termiņā neviens neizlēma.' });
  });
});

describe('delegation', () => {
  const delegate = async (login: string, approval: string, to: string) =>
    (await cast.signIn(login)).post<Body>(`/approvals/${approval}/delegation`, { toId: person(to), reason: 'Esmu atvaļinājumā.' });

  it('goes to somebody who may decide too; he is told, and his word counts', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    const [first] = await pendingOf(test, ticket, 'andris');
    const { items } = (await (await cast.signIn('andris')).get<Body>(`/approvals/${first}/delegates`)).body;
    expect(items?.map(({ id }) => id)).toEqual(expect.arrayContaining([person('dace'), person('rihards')]));
    expect(items?.map(({ id }) => id)).not.toContain(person('elina'));
    expect((await delegate('andris', first!, 'dace')).body).toMatchObject({ state: 'delegated', round: 'open' });
    await eventually(async () => expect(await kinds(ticket, 'dace')).toEqual(['approval-requested']));
    const [second] = await pendingOf(test, ticket, 'dace');
    expect((await (await cast.signIn('dace')).post<Body>(`/approvals/${second}/decision`, { decision: 'approved' })).body.round).toBe(
      'granted',
    );
  });

  it('never reaches who is excluded, nor who may not decide, nor the client for the Centre', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)], { excluded: [person('ilze'), person('rihards')] });
    const [approval] = await pendingOf(test, ticket, 'andris');
    expect((await delegate('andris', approval!, 'rihards')).body.code).toBe('approvals.excluded');
    for (const login of ['elina', 'zane', 'janis']) {
      expect((await delegate('andris', approval!, login)).body.code).toBe('approvals.delegate-not-entitled');
    }
    expect((await delegate('dace', approval!, 'andris')).status).toBe(404);
    expect(await pendingOf(test, ticket, 'andris')).toEqual([approval]);
  });
});

describe('the inbox', () => {
  interface Inbox {
    readonly items: readonly {
      readonly id: string;
      readonly dueAt: string;
      readonly ticket: { readonly id: string };
      readonly abilities: { readonly decide: boolean };
    }[];
    readonly counts: { readonly pending: number; readonly waiting: number };
  }

  const inbox = async (login: string, state = 'pending') =>
    (await (await cast.signIn(login)).get<Inbox>(`/approvals?state=${state}&limit=200`)).body;

  it('shows what is due first on top, moves what was answered to those who wait, and what is over to the end', async () => {
    const ticket = await asked(test, cast, (now) => [step(['rihards', 'dace'], now)]);
    const pending = await inbox('rihards');
    expect(pending.counts.pending).toBe(pending.items.length);
    expect(pending.items.map(({ dueAt }) => dueAt)).toEqual(pending.items.map(({ dueAt }) => dueAt).sort());
    const mine = pending.items.find((item) => item.ticket.id === ticket);
    expect(mine?.abilities.decide).toBe(true);
    await (await cast.signIn('rihards')).post(`/approvals/${mine?.id}/decision`, { decision: 'approved' });
    expect((await inbox('rihards', 'waiting')).items.map((item) => item.id)).toContain(mine?.id);
    const [other] = await pendingOf(test, ticket, 'dace');
    await (await cast.signIn('dace')).post(`/approvals/${other}/decision`, { decision: 'approved' });
    expect((await inbox('rihards', 'decided')).items[0]?.id).toBe(mine?.id);
  });

  it('is one person’s: another’s approval is not there', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    const [approval] = await pendingOf(test, ticket, 'andris');
    expect((await (await cast.signIn('dace')).get(`/approvals/${approval}`)).status).toBe(404);
    expect((await (await cast.signIn('dace')).get(`/approvals/${approval}/delegates`)).status).toBe(404);
    expect((await (await cast.signIn('andris')).get(`/approvals/${approval}`)).status).toBe(200);
  });
});
