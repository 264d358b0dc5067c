import { changeTargets, onCalendar } from '../../support/change-targets.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { ContinueRun, RecordCrossings, ReplanStragglers } from '#sla';
import { formatInstant } from '#kernel';
import { after, ReplanStory } from './replan-story.js';

interface Impact {
  readonly affected: number;
  readonly unmoved: number;
  readonly moved: readonly {
    readonly ticketNumber: string | null;
    readonly kind: string;
    readonly before: string;
    readonly after: string;
    readonly deltaSeconds: number;
  }[];
}

describe('a new version of a calendar under running clocks', () => {
  let test: TestApp;
  let cast: Cast;
  let elina: ApiClient;
  let story: ReplanStory;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    elina = await cast.signIn('elina');
    story = new ReplanStory(test);
  });

  afterAll(() => test.close());

  const file = async (body: object = {}): Promise<{ id: string; number: string; dueAt: string }> => {
    const answer = await elina.post<{ id: string; number: string; dueAt: string }>('/incidents', {
      title: 'Lēni atveras karte',
      description: 'Kopš rīta.',
      impact: 2,
      urgency: 2,
      ...body,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const act = async (id: string, what: string, body: object = {}): Promise<void> => {
    const answer = await elina.post(`/incidents/${id}/${what}`, body);
    expect({ what, status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  };
  const resolution = async (id: string) => (await story.clocks(id)).find(({ kind }) => kind === 'resolution')!;

  it('moves a deadline past a holiday that was entered before it, and says so in ledger, ticket and history', async () => {
    const ticket = await file();
    const before = await resolution(ticket.id);
    const { runId, calendar } = await story.publish(await story.holidayOn(before.due_at!));
    expect(await resolution(ticket.id)).toMatchObject({ due_at: before.due_at, version: before.version });
    const run = await story.workOff(runId);
    expect(run).toMatchObject({ state: 'done', result: { failed: 0 } });
    expect(run.done).toBe(run.total);
    const moved = await resolution(ticket.id);
    expect(moved).toMatchObject({ due_at: after(calendar, before.started_at, 16), version: before.version + 1, corrections: 1 });
    expect(moved.due_at).toBeGreaterThan(before.due_at!);
    const clocks = await elina.get<{ items: { kind: string; promises: object[]; ledger: { reason: string }[] }[] }>(
      `/tickets/${ticket.id}/clocks`,
    );
    const explained = clocks.body.items.find(({ kind }) => kind === 'resolution')!;
    expect([explained.promises.length, explained.ledger.at(-1)?.reason]).toEqual([2, 'calendar_correction']);
    const seen = await elina.get<{ dueAt: string; clocks: { kind: string; dueAt: string }[] }>(`/tickets/${ticket.id}`);
    expect(seen.body.dueAt).toBe(seen.body.clocks.map(({ dueAt }) => dueAt).sort()[0]);
    const planned = await story.database.query(
      `select p.pct from sla.planned_crossing p join sla.clock c on c.id = p.clock_id
       where c.id = $1 and p.plan_no = c.plan_no and p.target_no = 2 order by 1`,
      [moved.id],
    );
    expect(planned).toEqual([50, 75, 90, 100].map((pct) => ({ pct })));
  });

  it('counts a paused clock on the new version when it goes on', async () => {
    const ticket = await file();
    await act(ticket.id, 'acceptance');
    const running = await resolution(ticket.id);
    await act(ticket.id, 'hold', { reason: 'awaiting_requester', question: 'Kura karte?' });
    const { runId, calendar } = await story.publish(await story.holidayOn(running.due_at!));
    await story.workOff(runId);
    const paused = await resolution(ticket.id);
    expect(paused).toMatchObject({ state: 'paused', due_at: null, corrections: 1, total: running.total });
    await act(ticket.id, 'resumption');
    const resumed = await resolution(ticket.id);
    expect(resumed.due_at).toBeGreaterThan(running.due_at!);
    expect(await story.dateOf(resumed.due_at!)).toBe(await story.dateOf(after(calendar, running.started_at, 16)));
  });

  it('brings a deadline forward no further than a ticket that is filed now would get', async () => {
    const before = await resolution((await file()).id);
    const holiday = await story.holidayOn(before.due_at!);
    await story.workOff((await story.publish(holiday)).runId);
    const ticket = await file();
    const promised = await resolution(ticket.id);
    const { runId, calendar } = await story.publish({ ...holiday, kind: 'moved_working_day', replaces: '2026-03-03' });
    await story.workOff(runId);
    const corrected = await resolution(ticket.id);
    const filedNow = await resolution((await file()).id);
    expect(corrected.due_at).toBeLessThan(promised.due_at!);
    expect(corrected.due_at).toBeGreaterThanOrEqual(after(calendar, promised.started_at, 16));
    expect(corrected.due_at).toBeLessThanOrEqual(filedNow.due_at!);
  });

  it('takes back a holiday that was entered by mistake: the first promise holds again', async () => {
    const ticket = await file();
    const before = await resolution(ticket.id);
    const holiday = await story.holidayOn(before.due_at!);
    await story.workOff((await story.publish(holiday)).runId);
    expect((await resolution(ticket.id)).due_at).toBeGreaterThan(before.due_at!);
    await story.workOff((await story.publish({ date: holiday.date } as never)).runId);
    expect(await resolution(ticket.id)).toMatchObject({ due_at: before.due_at, corrections: 2 });
  });

  it('leaves a breach where it was', async () => {
    const submittedAt = new Date(Date.now() - 40 * 60_000).toISOString();
    const ticket = await file({ impact: 1, urgency: 1, source: 'phone', submittedAt, submittedAtReason: 'Zvans' });
    await changeTargets(test, onCalendar('lv-8x5'), `priority = 1`);
    await test.app.get(RecordCrossings).execute();
    const breached = (await story.clocks(ticket.id)).find(({ kind }) => kind === 'response')!;
    expect(breached.outcome).toBe('breached');
    const open = await file();
    const { runId } = await story.publish(await story.holidayOn((await resolution(open.id)).due_at!));
    await story.workOff(runId);
    expect((await story.clocks(ticket.id)).find(({ kind }) => kind === 'response')).toEqual(breached);
    await changeTargets(test, onCalendar('24x7'), `priority = 1`);
  });

  it('leaves alone what an agent has moved to the new version himself, and what was filed on it', async () => {
    const raised = await file({ urgency: 3 });
    const { runId } = await story.publish(await story.holidayOn((await resolution(raised.id)).due_at!));
    await act(raised.id, 'priority', { impact: 2, urgency: 2, reason: 'new_information' });
    const fresh = await file();
    const own = await Promise.all([story.clocks(raised.id), story.clocks(fresh.id)]);
    await story.workOff(runId);
    expect(await Promise.all([story.clocks(raised.id), story.clocks(fresh.id)])).toEqual(own);
    expect(own.flat().map(({ corrections }) => corrections)).toEqual([0, 0, 0, 0]);
  });

  it('is taken up by a clock that is reopened on an old version', async () => {
    const ticket = await file();
    await act(ticket.id, 'acceptance');
    const before = await resolution(ticket.id);
    await act(ticket.id, 'resolution', { code: 'fixed', text: 'Notīrīta kešatmiņa.' });
    await story.workOff((await story.publish(await story.holidayOn(before.due_at!))).runId);
    expect((await resolution(ticket.id)).version).toBe(before.version);
    await act(ticket.id, 'reopening', { reason: 'Atkal lēni.' });
    expect(await test.app.get(ReplanStragglers).execute()).toBe(1);
    const again = await resolution(ticket.id);
    expect(again).toMatchObject({ state: 'running', version: before.version + 1, corrections: 1 });
    expect(again.due_at).toBeGreaterThan(before.due_at!);
  });

  it('waits for nobody: a ticket that somebody holds is replanned in the next round', async () => {
    const held = await file();
    const free = await file();
    const before = await resolution(held.id);
    const { runId } = await story.publish(await story.holidayOn(before.due_at!));
    const runs = test.app.get(ContinueRun);
    await test.unitOfWork.run(async (tx) => {
      await tx.query(`select 1 from tickets.ticket where id = $1 for update`, [held.id]);
      for (let slice = await runs.slice(runId); slice?.slice.pauseMs === undefined; slice = await runs.slice(runId));
      expect(await resolution(free.id)).toMatchObject({ corrections: 1 });
      expect(await resolution(held.id)).toMatchObject({ corrections: 0, due_at: before.due_at });
    });
    expect(await story.workOff(runId)).toMatchObject({ state: 'done' });
    expect(await resolution(held.id)).toMatchObject({ corrections: 1 });
  });

  it('published twice in a row, the later one takes every clock and ends the work of the earlier', async () => {
    const ticket = await file();
    const before = await resolution(ticket.id);
    const first = await story.publish(await story.holidayOn(before.due_at!));
    const second = await story.publish(await story.holidayOn(after(first.calendar, before.started_at, 16)));
    expect(await story.run(first.runId)).toMatchObject({ state: 'cancelled' });
    expect(await test.app.get(ContinueRun).slice(first.runId)).toBeUndefined();
    expect(await story.workOff(second.runId)).toMatchObject({ state: 'done' });
    expect(await resolution(ticket.id)).toMatchObject({
      due_at: after(second.calendar, before.started_at, 16),
      version: before.version + 2,
      corrections: 1,
    });
    const behind = await story.database.query(
      `select 1 from sla.clock c join calendars.calendar_version v on v.id = c.target_calendar_id
       where c.outcome is null and c.state in ('running', 'paused') and v.id <> $1 and v.calendar_id =
         (select calendar_id from calendars.calendar_version where id = $1)`,
      [second.versionId],
    );
    expect(behind).toEqual([]);
  });

  it('is foreseen while it is a draft: which clocks would move, by how much, and no title for who reads no tickets', async () => {
    const ticket = await file();
    const before = await resolution(ticket.id);
    const paused = await file();
    await act(paused.id, 'acceptance');
    await act(paused.id, 'hold', { reason: 'awaiting_requester', question: 'Kura karte?' });
    const [admin, dace] = [await cast.signIn('admin'), await cast.signIn('dace')];
    const { items } = (await admin.get<{ items: { id: string; code: string }[] }>('/calendars')).body;
    const path = `/calendars/${items.find(({ code }) => code === 'lv-8x5')!.id}`;
    expect((await dace.post(`${path}/draft/impact`)).status).toBe(404);
    await story.saveDraft(admin, path, await story.holidayOn(before.due_at!));
    const impact = await dace.post<Impact>(`${path}/draft/impact`);
    expect(impact).toMatchObject({ status: 200, body: { complete: true, earlier: 0 } });
    const own = impact.body.moved.find(({ ticketNumber, kind }) => ticketNumber === ticket.number && kind === 'resolution')!;
    expect([own.before, own.deltaSeconds > 0]).toEqual([formatInstant(before.due_at!), true]);
    // A paused clock is among them, by the date that it would have if it went on now.
    expect(impact.body.moved.map(({ ticketNumber }) => ticketNumber)).toContain(paused.number);
    expect((await admin.post<Impact>(`${path}/draft/impact`)).body.moved[0]).toMatchObject({ ticketNumber: null, title: null });
    expect((await elina.post(`${path}/draft/impact`)).status).toBe(403);
    const published = await dace.post<{ versionId: string }>(`${path}/draft/publication`);
    expect(published.status).toBe(201);
    const runs = await elina.get<{ items: { id: string; state: string }[] }>(`/sla-runs?subject=${published.body.versionId}`);
    expect(runs.body.items).toMatchObject([{ state: 'waiting' }]);
    await story.workOff(runs.body.items[0]!.id);
    expect(formatInstant((await resolution(ticket.id)).due_at!)).toBe(own.after);
    const done = await elina.get<{ result: { moved: number } }>(`/sla-runs/${runs.body.items[0]!.id}`);
    expect(done.body).toMatchObject({ state: 'done', result: { moved: impact.body.affected, unmoved: impact.body.unmoved, failed: 0 } });
  });
});
