import { ApprovalBook } from '#approvals';
import { notFound } from '#kernel';
import { Database, ReactionRegistry } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { asked, pendingOf, person, step, told } from './round.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

interface Decided {
  readonly state?: string;
  readonly round?: string;
  readonly code?: string;
}

async function decide(login: string, approvalId: string, body: object = { decision: 'approved' }) {
  return (await cast.signIn(login)).post<Decided>(`/approvals/${approvalId}/decision`, body);
}

describe('a decision', () => {
  it('of the last who is asked grants the round, in one transaction with its event', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris', 'dace'], now)]);
    const [first] = await pendingOf(test, ticket, 'andris');
    const [second] = await pendingOf(test, ticket, 'dace');
    expect((await decide('andris', first!)).body).toMatchObject({ state: 'approved', round: 'open' });
    const saved = async (state: string) => (await cast.signIn('andris')).text(`/approvals/export?format=csv&state=${state}`);
    expect(await saved('waiting')).toMatch(/;Izmaiņu vadītājs;atļaut;piekrītu;;[^;]+;[^;]+;gaida citus;\r\n/);
    expect((await decide('dace', second!)).body).toMatchObject({ state: 'approved', round: 'granted' });
    expect(await saved('decided')).toMatch(/;piekrītu;;[^;]+;[^;]+;apstiprināts;[^;]+\r\n/);
    expect(await told(test, ticket)).toEqual(['requested', 'decided', 'decided', 'granted']);
  });

  it('is taken back with everything else where what follows it within the transaction refuses', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    let refuses = true;
    test.app.get(ReactionRegistry).within({
      name: 'test.refuse',
      on: ['approvals.granted'],
      handle: (_tx, { subject }) => (refuses && subject.id === ticket ? Promise.reject(notFound('tickets')) : Promise.resolve()),
    });
    const [approval] = await pendingOf(test, ticket, 'andris');
    expect((await decide('andris', approval!)).status).toBe(404);
    refuses = false;
    expect((await decide('andris', approval!)).body.round).toBe('granted');
  });

  it('of two last ones at the same moment grants once', async () => {
    for (let i = 0; i < 8; i += 1) {
      const ticket = await asked(test, cast, (now) => [step(['andris', 'dace', 'rihards'], now, { rule: 'n_of', needed: 2 })]);
      const votes = await Promise.all(
        ['andris', 'dace', 'rihards'].map(async (login) => [login, (await pendingOf(test, ticket, login))[0]!] as const),
      );
      const answers = await Promise.all(votes.map(([login, id]) => decide(login, id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
      expect((await told(test, ticket)).filter((type) => type === 'granted')).toHaveLength(1);
    }
  });

  it('given twice at the same moment counts once', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris', 'dace'], now)]);
    const [approval] = await pendingOf(test, ticket, 'andris');
    const answers = await Promise.all(Array.from({ length: 6 }, () => decide('andris', approval!)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it('refuses with a reason, and not without one', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    const [approval] = await pendingOf(test, ticket, 'andris');
    expect((await decide('andris', approval!, { decision: 'rejected', reason: '  ' })).body.code).toBe('approvals.rejection-needs-reason');
    expect((await decide('andris', approval!, { decision: 'rejected', reason: 'Nav atgriešanās plāna.' })).body.round).toBe('refused');
  });

  it('belongs to whoever is asked: to others there is no such approval', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    const [approval] = await pendingOf(test, ticket, 'andris');
    const foreign = await decide('dace', approval!);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'approvals.not-found']);
    expect((await decide('elina', approval!)).status).toBe(403);
  });

  it('cannot be changed in the database either', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris', 'dace'], now)]);
    const [approval] = await pendingOf(test, ticket, 'andris');
    await decide('andris', approval!);
    const database = test.app.get(Database);
    const rejects = `update approvals.approval set state = 'rejected', reason = 'x' where id = $1`;
    await expect(database.query(rejects, [approval])).rejects.toThrow(/append-only/);
    await expect(database.query(`delete from approvals.approval where id = $1`, [approval])).rejects.toThrow(/append-only/);
  });
});

describe('a subject that has changed', () => {
  const voidIfChanged = (ticket: string, hash: string) =>
    test.unitOfWork.run((tx) => test.app.get(ApprovalBook).voidIfChanged(tx, ticket, hash));

  it('voids what was said of it, open or granted, and only then', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    const [approval] = await pendingOf(test, ticket, 'andris');
    expect(await voidIfChanged(ticket, 'h')).toBe(false);
    await decide('andris', approval!);
    expect(await voidIfChanged(ticket, 'other')).toBe(true);
    expect(await voidIfChanged(ticket, 'another')).toBe(false);
    const { rounds } = await test.app.get(ApprovalBook).standing(undefined, ticket);
    expect(rounds.map(({ state, steps }) => [state, steps[0]?.approvals[0]?.state])).toEqual([['voided', 'approved']]);
  });

  it('is asked about anew; the old approval opens nothing', async () => {
    const ticket = await asked(test, cast, (now) => [step(['andris'], now)]);
    const [old] = await pendingOf(test, ticket, 'andris');
    await voidIfChanged(ticket, 'other');
    const round = { ticketId: ticket, purpose: 'authorise', contentHash: 'other', title: 'x', excluded: [person('ilze')] } as const;
    const request = () =>
      test.unitOfWork.run((tx) => test.app.get(ApprovalBook).request(tx, { ...round, steps: [step(['andris'], tx.now)] }));
    expect(await request()).toEqual({ round: 2 });
    await expect(request()).rejects.toMatchObject({ code: 'approvals.round-open' });
    expect((await decide('andris', old!)).body.code).toBe('approvals.not-pending');
  });
});
