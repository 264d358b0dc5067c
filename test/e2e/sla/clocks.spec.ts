import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Clock {
  readonly id: string;
  readonly kind: 'response' | 'resolution';
  readonly cycle: number;
  readonly state: string;
  readonly outcome: string | null;
  readonly startedAt: string;
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  readonly targetSeconds: number;
  readonly consumedSeconds: number;
  readonly remainingSeconds: number;
  readonly percent: number;
  readonly calendar: { readonly code: string; readonly name: string };
}

interface Explained extends Clock {
  readonly policy: { readonly name: string; readonly version: number };
  readonly promises: readonly { readonly targetNo: number; readonly cause: string; readonly current: boolean; readonly deadline: string }[];
  readonly intervals: readonly {
    readonly from: string;
    readonly to: string;
    readonly counted: boolean;
    readonly seconds: number;
    readonly reason: string;
    readonly label: string;
  }[];
  readonly days: readonly { readonly date: string; readonly countedSeconds: number }[];
  readonly sums: { readonly countedSeconds: number; readonly uncountedSeconds: number };
  readonly sentence: string;
  readonly ledger: readonly { readonly type: string; readonly reason: string | null; readonly actor: { readonly name: string } | null }[];
}

interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly dueAt: string | null;
  readonly dueKind: string | null;
  readonly priority: number;
  readonly clocks: readonly Clock[];
}

describe('the clocks of an incident', () => {
  let test: TestApp;
  let cast: Cast;
  let ilze: ApiClient;
  let elina: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    ilze = await cast.signIn('ilze');
    elina = await cast.signIn('elina');
  });

  afterAll(() => test.close());

  const report = async (more: object = {}, by: ApiClient = ilze): Promise<Ticket> => {
    const answer = await by.post<Ticket>('/incidents', {
      title: 'Nevar pieslēgties ar eID karti',
      description: 'Karšu lasītājs netiek atpazīts.',
      impact: 2,
      urgency: 2,
      ...more,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const act = async (ticket: Ticket, act: string, body: object = {}, by: ApiClient = elina): Promise<Ticket> => {
    const answer = await by.post<Ticket>(`/incidents/${ticket.id}/${act}`, body);
    expect({ act, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
    return answer.body;
  };
  const clocksOf = async (ticket: Ticket, by: ApiClient = ilze): Promise<Explained[]> =>
    (await by.get<{ items: Explained[] }>(`/tickets/${ticket.id}/clocks`)).body.items;
  const clock = <C extends Clock>(clocks: readonly C[], kind: string, cycle = 1): C => {
    const found = clocks.find((c) => c.kind === kind && c.cycle === cycle);
    if (!found) throw new Error(`no ${kind} ${cycle}`);
    return found;
  };

  it('start in the transaction that files the ticket: the answer carries the promise', async () => {
    const ticket = await report();
    expect(ticket.clocks).toHaveLength(2);
    expect(clock(ticket.clocks, 'response')).toMatchObject({
      state: 'running',
      outcome: null,
      targetSeconds: 7200,
      calendar: { code: 'lv-8x5' },
    });
    expect(clock(ticket.clocks, 'resolution')).toMatchObject({
      state: 'running',
      targetSeconds: 57_600,
      remainingSeconds: 57_600,
      percent: 0,
    });
    expect(ticket).toMatchObject({ dueAt: clock(ticket.clocks, 'response').dueAt, dueKind: 'response', version: 1 });
  });

  it('are explained by contiguous intervals that add up to the target, in words of the reader', async () => {
    const ticket = await report();
    for (const explained of await clocksOf(ticket)) {
      const { intervals, sums, dueAt, startedAt, targetSeconds } = explained;
      expect([intervals[0]?.from, intervals.at(-1)?.to]).toEqual([startedAt, dueAt]);
      expect(intervals.every((part, i) => i === 0 || part.from === intervals[i - 1]?.to)).toBe(true);
      const counted = intervals.filter((i) => i.counted).reduce((sum, i) => sum + i.seconds, 0);
      expect(counted).toBeCloseTo(targetSeconds, 5);
      expect(sums.countedSeconds).toBeCloseTo(targetSeconds, 5);
      expect(explained.days.reduce((sum, day) => sum + day.countedSeconds, 0)).toBeCloseTo(targetSeconds, 5);
      expect(intervals.every((i) => i.label.length > 3)).toBe(true);
      expect(explained).toMatchObject({
        policy: { version: 1 },
        promises: [{ targetNo: 1, cause: 'started', current: true }],
        ledger: [{ type: 'started' }],
      });
    }
    expect(clock(await clocksOf(ticket), 'response').sentence).toMatch(
      /^Atbildēsim līdz .+dienai, \d+\. .+, plkst\. \d\d:\d\d\. Šim pieteikumam atbildes laiks ir 2 stundas;/,
    );
    await ilze.patch('/me', { locale: 'en' });
    expect(clock(await clocksOf(ticket), 'resolution').sentence).toMatch(
      /^We will resolve this by \w+day, .+\. The resolution time for this ticket is 16 hours,/,
    );
    await ilze.patch('/me', { locale: 'lv' });
  });

  it('of a ticket that one may not see answer like those of one that does not exist', async () => {
    const ticket = await report();
    const janis = await cast.signIn('janis');
    const hidden = await janis.get(`/tickets/${ticket.id}/clocks`);
    const missing = await janis.get('/tickets/00000000-0000-4000-8000-000000000000/clocks');
    expect([hidden.status, hidden.body['code']]).toEqual([404, missing.body['code']]);
    expect(missing.status).toBe(404);
  });

  it('run, pause, resume, stop and are reopened with the ticket, and each step stands in the ledger', async () => {
    const ticket = await report();
    const accepted = await act(ticket, 'acceptance');
    expect(clock(accepted.clocks, 'response')).toMatchObject({ state: 'stopped', outcome: 'met' });
    expect(accepted).toMatchObject({ dueKind: 'resolution' });

    const held = await act(ticket, 'hold', { reason: 'awaiting_requester', question: 'Kāda kļūda ir redzama?' });
    expect(clock(held.clocks, 'resolution')).toMatchObject({ state: 'paused', dueAt: null });
    expect(held).toMatchObject({ dueAt: null, dueKind: null });
    expect(clock(await clocksOf(ticket), 'resolution').sentence).toContain('gaidot pieteicēja atbildi');

    await ilze.post(`/tickets/${ticket.id}/comments`, { body: 'Kļūda 503.', visibility: 'public' });
    expect(clock(await clocksOf(ticket), 'resolution')).toMatchObject({ state: 'running', outcome: null });

    await act(ticket, 'hold', { reason: 'awaiting_vendor' });
    expect(clock(await clocksOf(ticket), 'resolution').state).toBe('running');

    const resolved = await act(ticket, 'resolution', { code: 'fixed', text: 'Draiveris pārinstalēts.' });
    expect(clock(resolved.clocks, 'resolution')).toMatchObject({ state: 'stopped', outcome: 'met' });
    expect(resolved).toMatchObject({ dueAt: null, dueKind: null });

    const reopened = await act(ticket, 'reopening', { reason: 'Atkal nestrādā.' }, ilze);
    expect(clock(reopened.clocks, 'resolution')).toMatchObject({ state: 'running', outcome: null, stoppedAt: null });
    expect(clock(reopened.clocks, 'response', 2)).toMatchObject({ state: 'running', outcome: null });

    const explained = clock(await clocksOf(ticket), 'resolution');
    expect(explained.ledger.map((e) => e.type)).toEqual(['started', 'paused', 'resumed', 'stopped', 'reopened']);
    expect(explained.ledger[1]).toMatchObject({ reason: 'awaiting_requester', actor: { name: expect.any(String) } });
    expect(explained.intervals.map((i) => i.reason)).toContain('after_stop');
  });

  it('follow a change of priority and give back the promise after a detour', async () => {
    const ticket = await report({ impact: 1, urgency: 1, affectedUserId: undefined }, elina);
    const promised = clock(ticket.clocks, 'resolution').dueAt;
    const lowered = await act(ticket, 'priority', { impact: 3, urgency: 2, reason: 'wrong_registration' });
    expect(clock(lowered.clocks, 'resolution')).toMatchObject({ targetSeconds: 144_000, calendar: { code: 'lv-8x5' } });
    const raised = await act(ticket, 'priority', { impact: 1, urgency: 1, reason: 'new_information' });
    expect(clock(raised.clocks, 'resolution').dueAt).toBe(promised);
    const explained = clock(await clocksOf(ticket, elina), 'resolution');
    expect(explained.promises.map((p) => [p.targetNo, p.cause, p.current])).toEqual([
      [1, 'started', false],
      [2, 'retro', false],
      [3, 'remembered', true],
    ]);
    expect(explained.sentence).toContain('Ir atgriezies agrāk');
  });

  it('end without an outcome when the ticket is cancelled in time', async () => {
    const ticket = await report();
    const cancelled = await act(ticket, 'cancellation', { reason: 'withdrawn' }, ilze);
    expect(cancelled.clocks.map((c) => [c.state, c.outcome])).toEqual([
      ['cancelled', null],
      ['cancelled', null],
    ]);
  });

  it('stop at the first public reply of staff, not at an internal note', async () => {
    const ticket = await report();
    await elina.post(`/tickets/${ticket.id}/comments`, { body: 'Pārbaudu.', visibility: 'internal' });
    expect(clock(await clocksOf(ticket), 'response').state).toBe('running');
    await elina.post(`/tickets/${ticket.id}/comments`, { body: 'Skatāmies.', visibility: 'public' });
    expect(clock(await clocksOf(ticket), 'response')).toMatchObject({ state: 'stopped', outcome: 'met' });
  });

  it('keep a ledger that nobody can change, and crossings neither', async () => {
    const database = test.app.get(Database);
    for (const change of [
      'update sla.ledger set reason = null',
      'delete from sla.ledger',
      'update sla.crossing set pct = 1',
      'delete from sla.crossing',
    ]) {
      await expect(database.query(change)).rejects.toThrow('append-only');
    }
  });

  it('stand in the table as their ledgers fold', async () => {
    const rows = await test.app.get(Database).query<{ ticket_id: string }>(`select distinct ticket_id from sla.clock`);
    for (const { ticket_id } of rows) {
      const [summary, explained] = [
        await elina.get<Ticket>(`/tickets/${ticket_id}`),
        await elina.get<{ items: Explained[] }>(`/tickets/${ticket_id}/clocks`),
      ];
      for (const folded of explained.body.items) {
        const { state, outcome, dueAt, stoppedAt, targetSeconds } = clock(summary.body.clocks, folded.kind, folded.cycle);
        expect(folded).toMatchObject({ state, outcome, dueAt, stoppedAt, targetSeconds });
      }
    }
    expect(rows.length).toBeGreaterThan(5);
  });
});
