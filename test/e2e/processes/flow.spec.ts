import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { Database } from '#platform';
import { RecountTraces } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';

interface Times {
  readonly median: number;
  readonly p90: number | null;
}

interface Extra {
  readonly cases: number | null;
  readonly extraSeconds: number | null;
}

interface FlowAnswer {
  readonly cases: number;
  readonly importedCases: number;
  readonly versions: number[];
  readonly flow: {
    readonly events: number;
    readonly activities: { activity: string; visits: number; cases: number; waiting: number; waitingShare: number; mark: string }[];
    readonly moves: { from: string; to: string; count: number; cases: number; calendar: Times; working: Times; mark: string }[];
    readonly variants: { trace: string[]; cases: number; key: string }[];
    readonly rework: Extra;
    readonly pingPong: Extra;
    readonly reopened: Extra;
    readonly conformance: {
      share: { numerator: number; denominator: number };
      steps: number;
      allowedSteps: number;
      deviations: { text: string; cases: number; mark: string }[];
    };
    readonly hidden: { variants: number; variantCases: number; moves: number };
  } | null;
}

type Step = readonly [name: string, hour: number, payload?: Record<string, unknown>];

let test: TestApp;
let cast: Cast;
let manager: ApiClient;
let database: Database;
let processId: string;

const A = demoId('group', 'servicedesk');
const DAY = '2026-03-02';
const id = (): string => randomUUID();

/** A case told by its events alone: hours since Monday 2 March 2026, 8:30 in Riga. */
async function tell(
  steps: readonly Step[],
  { times = 1, imported = false, ticketId }: { times?: number; imported?: boolean; ticketId?: string } = {},
) {
  for (let n = 0; n < times; n += 1) {
    const subject = ticketId ?? id();
    for (const [name, hour, payload = {}] of steps)
      await database.query(
        `insert into platform.event_log (at, type, version, subject_type, subject_id, payload, imported)
         values ('2026-03-02 06:30+00'::timestamptz + $2 * interval '1 hour', $3, 1, 'ticket', $1, $4, $5)`,
        [subject, hour, `incidents.${name}`, JSON.stringify(payload), imported],
      );
  }
}

const PLAIN: Step[] = [
  ['submitted', 0],
  ['accepted', 1, { groupId: A }],
  ['resolved', 3],
  ['closed', 27],
];
const AGAIN: Step[] = [...PLAIN.slice(0, 3), ['reopened', 5], ['accepted', 6, { groupId: A }], ['resolved', 7], ['closed', 8]];

const flow = async (query = ''): Promise<FlowAnswer> =>
  (await manager.get<FlowAnswer>(`/processes/${processId}/flow?from=${DAY}&to=2026-03-03${query}`)).body;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
  database = test.app.get(Database);
  manager = await cast.signIn('dace');
  const added = await manager.post<{ id: string }>('/processes', { practice: 'incident-management', ownerId: demoId('person', 'dace') });
  processId = added.body.id;
  const terms = { scope: 'Viss.', description: 'Kā.', roles: [{ name: 'Vadītājs', duty: 'Lemj.' }], lifecycle: 'incident', metrics: [] };
  expect((await manager.put(`/processes/${processId}/terms`, terms)).status).toBe(200);
  await tell(PLAIN, { times: 12 });
  await tell(AGAIN, { times: 5, imported: true });
  await tell(
    [
      ['submitted', 0],
      ['cancelled', 1, { reason: 'test' }],
    ],
    { times: 6 },
  );
  // What the desk never lets happen: a step left out, and a hold without a reason.
  await tell([
    ['submitted', 0],
    ['resolved', 1],
    ['closed', 2],
  ]);
  await tell([
    ['submitted', 0],
    ['accepted', 1],
    ['put-on-hold', 2],
    ['resumed', 3],
    ['resolved', 4],
    ['closed', 5],
  ]);
  await test.app.get(RecountTraces).execute();
});

afterAll(() => test?.close());

describe('The flow of a process', () => {
  it('counts what followed what in the cases that ended in the period, tests left out', async () => {
    const answer = await flow();
    expect(answer).toMatchObject({ cases: 19, importedCases: 5, versions: [1] });
    const { activities, moves, events } = answer.flow!;
    expect(events).toBe(12 * 4 + 5 * 7 + 3 + 6);
    expect(activities.find(({ activity }) => activity === 'in_progress')).toMatchObject({ visits: 12 + 10 + 2, cases: 18 });
    expect(moves.find(({ from, to }) => from === 'new' && to === 'in_progress')).toMatchObject({ count: 18, cases: 18 });
    expect(moves.find(({ from, to }) => from === 'resolved' && to === 'assigned')).toMatchObject({ count: 5, cases: 5 });
  });

  it('measures each move by the calendar and by office hours', async () => {
    const closed = (await flow()).flow!.moves.find(({ from, to }) => from === 'resolved' && to === 'closed')!;
    // From Monday 11:30 to Tuesday 11:30: a day, and a working day of eight and a half hours.
    expect(closed.calendar.median).toBe(24 * 3600);
    expect(closed.working.median).toBe(8.5 * 3600);
    expect(closed.calendar.p90).toBe(24 * 3600);
  });

  it('ranks states by the total waiting in them', async () => {
    const { activities } = (await flow()).flow!;
    const [longest] = [...activities].sort((a, b) => b.waiting - a.waiting);
    const hours = 12 * 24 + 5 * (2 + 1) + 1 + 1;
    expect([longest!.activity, longest!.waiting]).toEqual(['resolved', hours * 3600]);
    expect(activities.reduce((sum, { waitingShare }) => sum + waitingShare, 0)).toBeLessThanOrEqual(100.000001);
  });

  it('tells rework and reopening with the hours that they took', async () => {
    const { rework, reopened } = (await flow()).flow!;
    // Five were reopened and worked on anew from the sixth hour to the eighth; one came back from its hold.
    expect(rework).toMatchObject({ cases: 6, extraSeconds: (5 * 2 + 2) * 3600 });
    expect(reopened).toMatchObject({ cases: 5, extraSeconds: 5 * 3 * 3600 });
  });

  it('hides what fewer than five cases did', async () => {
    const { variants, hidden, moves } = (await flow()).flow!;
    expect(variants.map(({ cases }) => cases)).toEqual([12, 5]);
    expect(hidden).toMatchObject({ variants: 2, variantCases: 2 });
    expect(moves.some(({ from, to }) => from === 'new' && to === 'resolved')).toBe(false);
    expect((await flow('&liveOnly=true')).cases).toBe(14);
    const nobody = await flow(`&groupId=${id()}`);
    expect([nobody.cases, nobody.flow]).toEqual([0, null]);
  });

  it('is wholly conforming where the steps were enforced, and finds what was planted', async () => {
    const { share, steps, allowedSteps, deviations } = (await flow()).flow!.conformance;
    expect([share.numerator, share.denominator, steps - allowedSteps]).toEqual([17, 19, 1]);
    expect(deviations).toHaveLength(2);
    expect(deviations.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Apturēts bez iemesla.', expect.stringContaining('atrisināts')]),
    );
  });

  it('refuses a period that ends before it begins, and a day that is none', async () => {
    const asked = (query: string) => manager.get<{ code: string }>(`/processes/${processId}/flow?${query}`);
    expect((await asked('from=2026-03-03&to=2026-03-02')).body.code).toBe('processes.flow-period');
    expect((await asked('from=2026-02-30')).body.code).toBe('processes.flow-period');
  });

  it('mines very many cases in a run, to the same figures', async () => {
    const direct = await flow();
    const begun = await manager.post<FlowAnswer & { needsRun: boolean; run: { state: string } }>(`/processes/${processId}/flow-runs`, {
      from: DAY,
      to: '2026-03-03',
    });
    expect([begun.status, begun.body.needsRun]).toEqual([202, true]);
    await eventually(async () => {
      const again = await manager.post<FlowAnswer>(`/processes/${processId}/flow-runs`, { from: DAY, to: '2026-03-03' });
      expect(again.body.flow).toEqual(direct.flow);
    });
  });
});

describe('A case of the desk', () => {
  it('is kept when it ends, conforms, and is opened from the figures by whoever may see it', async () => {
    const ilze = await cast.signIn('ilze');
    const report = { title: 'Nestrādā printeris', description: 'Nedrukā.', impact: 2, urgency: 2 };
    const filed = await ilze.post<{ id: string; number: string }>('/incidents', report);
    expect(filed.status).toBe(201);
    await tell(
      [
        ['accepted', 1],
        ['resolved', 2],
        ['closed', 3],
      ],
      { ticketId: filed.body.id },
    );
    // Its events stand out of order beside those of the desk itself: the planted ones are of March.
    await test.app.get(RecountTraces).execute();
    const [kept] = await database.query<{ deviations: unknown[]; activities: string[] }>(
      `select deviations, activities from processes.trace where ticket_id = $1`,
      [filed.body.id],
    );
    expect(kept!.activities.at(-1)).toBe('closed');
    await tell([['closed', 4]], { ticketId: filed.body.id });
    const mark = encodeURIComponent((await flow()).flow!.moves.find(({ to }) => to === 'in_progress')!.mark);
    const rows = await manager.get<{ items: { number: string }[] }>(
      `/processes/${processId}/flow/cases?from=${DAY}&to=2026-03-03&mark=${mark}`,
    );
    expect(rows.body.items.map(({ number }) => number)).toContain(filed.body.number);
    const hidden = await manager.get<{ code: string }>(
      `/processes/${processId}/flow/cases?from=${DAY}&to=2026-03-03&mark=${encodeURIComponent('move:new>resolved')}`,
    );
    expect([hidden.status, hidden.body.code]).toEqual([403, 'processes.flow-cases-hidden']);
  });
});
