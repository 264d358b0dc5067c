import { randomUUID } from 'node:crypto';
import { formatInstant, parseInstant } from '#kernel';
import { appendEvents, Database, ReactionRegistry } from '#platform';
import { ContinueRun, ImportClocks } from '#sla';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Figure {
  readonly met: number;
  readonly breached: number;
  readonly n: number;
  readonly percent: number | null;
}

interface Compared {
  readonly asWas: Figure;
  readonly asWouldBe: Figure;
}

interface WhatIf {
  readonly run: { readonly id: string; readonly state: string; readonly done: number; readonly total: number };
  readonly result: Compared & {
    readonly tickets: number;
    readonly byKind: readonly (Compared & { readonly kind: string })[];
    readonly byPriority: readonly (Compared & { readonly priority: number })[];
    readonly byInstitution: readonly (Compared & { readonly institution: { readonly name: string } })[];
    readonly undecided: number;
    readonly unpromised: number;
    readonly toBreached: number;
    readonly toMet: number;
    readonly replayDiffers: { readonly outcomes: number; readonly deadlines: number };
  };
  readonly changed: readonly {
    readonly ticket: { readonly number: string } | null;
    readonly kind: string;
    readonly was: string;
    readonly would: string;
    readonly deadlineWas: string;
    readonly deadlineWould: string;
  }[];
}

/** Instants of March 2026 by UTC; Riga is two hours ahead until the 29th. */
const at = (day: number, time: string): string => `2026-03-${String(day).padStart(2, '0')}T${time}:00Z`;

describe('what if other rules had held', () => {
  let test: TestApp;
  let cast: Cast;
  let dace: ApiClient;
  let database: Database;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    dace = await cast.signIn('dace');
    database = test.app.get(Database);
    await layMarch();
  });

  afterAll(() => test.close());

  /** A ticket of the past: its row, its events, and the clocks that came of them. */
  const past = async (
    number: string,
    priority: number,
    events: readonly [string, string, object?][],
    restricted = false,
  ): Promise<void> => {
    const id = randomUUID();
    const [row] = await database.query<{ institution_id: string }>(
      `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id, impact, urgency,
         priority, state, source, origin, restricted, submitted_at, updated_at, resolved_at, closed_at)
       select $1, $2, 'incident', 'Pagātnes pieteikums', '', u.id, u.id, u.id, u.institution_id, (select id from identity.support_group order by id limit 1),
         2, 2, $3, 'closed', 'import', 'march', $4, $5, $6, $6, $6 from identity.app_user u where u.login = 'ilze' returning institution_id`,
      [id, number, priority, restricted, events[0]![1], events.at(-1)![1]],
    );
    const submitted = {
      institutionId: row!.institution_id,
      serviceId: null,
      groupId: null,
      priority,
      impact: 2,
      urgency: 2,
      source: 'import',
    };
    const told = events.map(([type, time, payload = {}]) => ({
      type: `incidents.${type}`,
      version: 1,
      subject: { type: 'ticket', id },
      actorId: null,
      at: parseInstant(time),
      payload: type === 'submitted' ? { ...submitted, submittedAt: time } : (payload as Record<string, string>),
    }));
    const importer = test.app.get(ImportClocks);
    const rules = await importer.rules();
    await test.unitOfWork.run(async (tx) => {
      const replayed = importer.replay(told, rules);
      await importer.importClocks(tx, [replayed], rules);
      await appendEvents(tx, [...told, ...replayed.events], test.app.get(ReactionRegistry), { imported: true });
    });
  };

  /** P3: answer in 2 h, solution in 16 h of LV 8x5 (8:30 to 17:00 in Riga, 6:30 to 15:00 by UTC). */
  const layMarch = async (): Promise<void> => {
    // 1. Answered after 1 h, solved after 10 h (8 h on Monday, 2 h on Tuesday).
    await past('INC-2026-000901', 3, [
      ['submitted', at(2, '07:00')],
      ['accepted', at(2, '08:00')],
      ['resolved', at(3, '08:30')],
    ]);
    // 2. Answered after 1 h 30 min, solved after 14 h.
    await past('INC-2026-000902', 3, [
      ['submitted', at(2, '07:00')],
      ['accepted', at(2, '08:30')],
      ['resolved', at(3, '12:30')],
    ]);
    // 3. Answered after 3 h and solved after 20.5 h: both too late.
    await past('INC-2026-000903', 3, [
      ['submitted', at(9, '06:30')],
      ['accepted', at(9, '09:30')],
      ['resolved', at(11, '10:00')],
    ]);
    // 4. Solved after 4 h of work, a wait of a day for the requester left out; restricted.
    const hold = { reason: 'awaiting_requester' };
    const events: [string, string, object?][] = [
      ['submitted', at(16, '06:30')],
      ['accepted', at(16, '07:00')],
      ['put-on-hold', at(16, '08:30'), hold],
      ['resumed', at(17, '08:30'), { cause: 'reply' }],
      ['resolved', at(17, '10:30')],
    ];
    await past('INC-2026-000904', 3, events, true);
    // 5. A test, and 6. one of April: neither belongs to March.
    await past('INC-2026-000905', 3, [
      ['submitted', at(4, '07:00')],
      ['accepted', at(4, '08:00')],
      ['cancelled', at(30, '08:00'), { reason: 'test' }],
    ]);
    await past('INC-2026-000906', 3, [
      ['submitted', '2026-04-07T07:00:00Z'],
      ['accepted', '2026-04-07T08:00:00Z'],
      ['resolved', '2026-04-08T08:00:00Z'],
    ]);
  };

  const tryOut = async (body: object): Promise<WhatIf> => {
    const started = await dace.post<{ id: string; state: string }>('/what-if', { from: '2026-03', to: '2026-03', ...body });
    expect({ status: started.status, body: started.body }).toMatchObject({ status: 202, body: { state: 'waiting', kind: 'what_if' } });
    const runs = test.app.get(ContinueRun);
    for (let slice = await runs.slice(started.body.id); slice && !slice.slice.end; slice = await runs.slice(started.body.id));
    return (await dace.get<WhatIf>(`/what-if/${started.body.id}`)).body;
  };

  it('replayed by the rules in force, the past is what is kept', async () => {
    const { run, result, changed } = await tryOut({});
    expect(run).toMatchObject({ state: 'done', done: 5, total: 5 });
    expect(result).toMatchObject({
      tickets: 4,
      asWas: { met: 6, breached: 2, n: 8, percent: null },
      asWouldBe: { met: 6, breached: 2, n: 8, percent: null },
      replayDiffers: { outcomes: 0, deadlines: 0 },
      undecided: 0,
      unpromised: 0,
    });
    expect(changed).toEqual([]);
  });

  it('with shorter times it shows both shares, by kind, priority and institution, and the tickets that change sides', async () => {
    const target = { priority: 3, calendarCode: 'lv-8x5' };
    const { result, changed } = await tryOut({
      targets: [
        { ...target, kind: 'response', seconds: 3600 },
        { ...target, kind: 'resolution', seconds: 12 * 3600 },
      ],
    });
    // Answers within 1 h: 1 (to the second) and 4; solutions within 12 h: 1 and 4.
    expect(result).toMatchObject({
      asWas: { met: 6, breached: 2 },
      asWouldBe: { met: 4, breached: 4, n: 8, percent: null },
      toBreached: 2,
      toMet: 0,
    });
    expect(result.byKind).toMatchObject([
      { kind: 'response', asWas: { met: 3, n: 4 }, asWouldBe: { met: 2, n: 4 } },
      { kind: 'resolution', asWas: { met: 3, n: 4 }, asWouldBe: { met: 2, n: 4 } },
    ]);
    expect(result.byPriority).toMatchObject([{ priority: 3, asWas: { n: 8 }, asWouldBe: { met: 4 } }]);
    expect(result.byInstitution).toMatchObject([{ institution: { name: 'Sabiedriskās kārtības dienests' }, asWas: { n: 8 } }]);
    expect(changed.map(({ ticket, kind, was, would }) => [ticket?.number, kind, was, would])).toEqual([
      ['INC-2026-000902', 'resolution', 'met', 'breached'],
      ['INC-2026-000902', 'response', 'met', 'breached'],
    ]);
    expect(changed[0]).toMatchObject({
      deadlineWas: formatInstant(parseInstant(at(3, '14:30'))),
      deadlineWould: formatInstant(parseInstant(at(3, '10:30'))),
    });
  });

  it('with longer times breaches turn; a restricted ticket is counted and not named to a manager', async () => {
    const longer = await tryOut({ targets: [{ priority: 3, kind: 'resolution', seconds: 24 * 3600, calendarCode: 'lv-8x5' }] });
    expect(longer.result).toMatchObject({ asWouldBe: { met: 7, breached: 1 }, toMet: 1 });
    expect(longer.changed).toMatchObject([{ ticket: { number: 'INC-2026-000903' }, was: 'breached', would: 'met' }]);
    const strict = await tryOut({ targets: [{ priority: 3, kind: 'resolution', seconds: 3600, calendarCode: 'lv-8x5' }] });
    expect(strict.changed.map(({ ticket }) => ticket?.number ?? null)).toEqual(
      expect.arrayContaining([null, 'INC-2026-000901', 'INC-2026-000902']),
    );
    expect(strict.changed).toHaveLength(3);
  });

  it('tries a calendar as if it had always held, though its real first date is today', async () => {
    const admin = await cast.signIn('admin');
    const { items } = (await admin.get<{ items: { id: string; code: string }[] }>('/calendars')).body;
    const id = items.find(({ code }) => code === 'lv-8x5')!.id;
    expect((await dace.post('/what-if', { from: '2026-03', to: '2026-03', calendarId: id })).status).toBe(404);
    const { inForce, today } = (await admin.get<{ inForce: Record<string, object>; today: string }>(`/calendars/${id}`)).body;
    const { exceptions, recurringHolidays, shortenedByMinutes } = inForce;
    // Half days: 8:30 to 12:45, so that 16 h take nearly four days.
    const day = [['08:30', '12:45']];
    const weekly = { mon: day, tue: day, wed: day, thu: day, fri: day };
    const draft = { validFrom: today, weekly, exceptions, recurringHolidays, shortenedByMinutes, source: 'Izmēģinājums' };
    const saved = await admin.put(`/calendars/${id}/draft`, draft);
    expect({ status: saved.status, body: saved.body }).toMatchObject({ status: 200 });
    // 3 is solved after 4.25 + 4.25 + 3.5 = 12 h by then, and answered after 3 h still.
    expect((await tryOut({ calendarId: id })).result).toMatchObject({ asWouldBe: { met: 7, breached: 1 }, toMet: 1, toBreached: 0 });
  });

  it('tries the draft of a policy', async () => {
    const { items } = (await dace.get<{ items: { id: string; code: string }[] }>('/policies')).body;
    const policy = items.find(({ code }) => code === 'default')!;
    const draftId = randomUUID();
    await database.query(
      `insert into sla.policy_version select (jsonb_populate_record(v, jsonb_build_object('id', $2::uuid, 'version', v.version + 1, 'state', 'draft',
         'valid_from', null, 'published_by', null, 'published_at', null, 'drafters', jsonb_build_array($3::uuid), 'updated_at', now(), 'revision', 1))).*
       from sla.policy_version v where v.policy_id = $1 order by version desc limit 1`,
      [policy.id, draftId, randomUUID()],
    );
    await database.query(
      `insert into sla.target select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'policy_version_id', $1::uuid, 'seconds', t.seconds * 2))).*
       from sla.target t where t.policy_version_id <> $1 and t.kind in ('response', 'resolution')`,
      [draftId],
    );
    expect((await tryOut({ policyDraftId: draftId })).result).toMatchObject({ asWouldBe: { met: 8, breached: 0 }, toMet: 2 });
    expect((await dace.post('/what-if', { from: '2026-03', to: '2026-03', policyDraftId: randomUUID() })).status).toBe(404);
  });

  it('is one at a time for each person, can be left and found again, and cancelled', async () => {
    const first = await dace.post<{ id: string }>('/what-if', { from: '2026-01', to: '2026-12-31' });
    expect((await dace.post('/what-if', { from: '2026-03', to: '2026-03' })).status).toBe(409);
    const list = await dace.get<{ items: WhatIf[] }>('/what-if');
    expect(list.body.items[0]).toMatchObject({
      run: { id: first.body.id, state: 'waiting' },
      asked: { from: '2026-01', to: '2026-12-31' },
      result: null,
    });
    expect((await dace.post(`/sla-runs/${first.body.id}/cancellation`)).body).toMatchObject({ state: 'cancelled' });
    expect(await test.app.get(ContinueRun).slice(first.body.id)).toBeUndefined();
    expect((await (await cast.signIn('elina')).get(`/sla-runs/${first.body.id}`)).status).toBe(404);
  });

  it('refuses periods and targets that mean nothing', async () => {
    const refusal = async (body: object): Promise<unknown> => {
      const answer = await dace.post<{ errors?: { pointer: string }[] }>('/what-if', { from: '2026-03', to: '2026-03', ...body });
      return [answer.status, answer.body.errors?.map(({ pointer }) => pointer)];
    };
    expect(await refusal({ to: '2026-02' })).toEqual([422, ['/to']]);
    expect(await refusal({ from: '2026-02-31' })).toEqual([422, ['/from']]);
    const target = { priority: 3, kind: 'resolution', seconds: 3600, calendarCode: 'lv-8x5' };
    expect(await refusal({ targets: [{ ...target, calendarCode: 'none' }] })).toEqual([422, ['/targets/0/calendarCode']]);
    expect(await refusal({ targets: [{ ...target, seconds: 0 }] })).toEqual([422, ['/targets/0/seconds']]);
  });
});
