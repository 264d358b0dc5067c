import { changeTargets } from '../../support/change-targets.js';
import { jest } from '@jest/globals';
import { JobRegistry, Jobs } from '#platform';
import { RecordCrossings } from '#sla';
import { SCHEDULES } from '../../../apps/worker/src/schedules.js';
import { Desk, type SeenTicket } from '../incidents/desk.js';

/** Rules of DOMAIN 4.3 to 4.5 that are of the whole product; the others are named by the specs beside the domain. */
describe('the rules of clocks, through the API', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  const clock = ({ clocks }: SeenTicket, kind: string): SeenTicket['clocks'][number] => clocks.find((c) => c.kind === kind)!;
  const backDated = (minutes: number): object => ({
    impact: 1,
    urgency: 1,
    source: 'phone',
    submittedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
    submittedAtReason: 'Zvans dežūras laikā',
  });
  const clockRows = (ticket: { id: string }): Promise<{ kind: string; state: string; outcome: string | null }[]> =>
    desk.sql(`select kind, state, outcome from sla.clock where ticket_id = $1 order by kind desc`, [ticket.id]);

  it.each([
    ['awaiting_requester', { question: 'Kāda kļūda ir redzama?' }, 'paused'],
    ['agreed_date', { until: '2099-01-05T09:00:00+02:00', requesterAgreed: true }, 'paused'],
    ['awaiting_vendor', {}, 'running'],
    ['awaiting_change', {}, 'running'],
    ['awaiting_internal', {}, 'running'],
  ])('DOMAIN 4.3(3): a hold for %s leaves the resolution clock as it says', async (reason, more, state) => {
    const held = await desk.act('elina', await desk.accepted(), 'hold', { reason, ...more });
    expect(clock(held, 'resolution').state).toBe(state);
  });

  it('DOMAIN 4.3(3): an agent cannot say that a hold began earlier: it begins when it is put', async () => {
    const ticket = await desk.accepted();
    const hold = { reason: 'awaiting_requester', question: 'Vai tas notiek joprojām?' };
    const earlier = '2026-01-05T09:00:00Z';
    for (const field of ['since', 'at', 'from'])
      expect([field, (await desk.tries('elina', ticket, 'hold', { ...hold, [field]: earlier }))[0]]).toEqual([field, 422]);
    await desk.act('elina', ticket, 'hold', hold);
    const [step] = await desk.sql<{ fresh: boolean }>(
      `select l.at > clock_timestamp() - interval '1 minute' as fresh from sla.ledger l join sla.clock c on c.id = l.clock_id where c.ticket_id = $1 and l.type = 'paused'`,
      [ticket.id],
    );
    expect(step).toEqual({ fresh: true });
  });

  it('DOMAIN 4.3(9): merged in time its clocks have no outcome; what was breached before stays breached', async () => {
    const earlier = await desk.file('elina');
    const later = await desk.file('elina');
    await desk.act('elina', later, 'cancellation', { reason: 'duplicate', duplicateOfId: earlier.number });
    expect(await clockRows(later)).toEqual([
      { kind: 'response', state: 'cancelled', outcome: null },
      { kind: 'resolution', state: 'cancelled', outcome: null },
    ]);
    const late = await desk.file('elina', backDated(30));
    const first = await desk.file('elina', backDated(40));
    await desk.act('elina', late, 'cancellation', { reason: 'duplicate', duplicateOfId: first.number });
    expect(await clockRows(late)).toEqual([
      { kind: 'response', state: 'cancelled', outcome: 'breached' },
      { kind: 'resolution', state: 'cancelled', outcome: null },
    ]);
  });

  it('DOMAIN 4.4: one job wakes the sweep for all that is due in a second, within ten minutes, under an id without a colon', async () => {
    // Born with a response due in five minutes (its 75 and 90 % before that), and a resolution due in hours.
    const twins = await Promise.all([desk.file('elina', backDated(10)), desk.file('elina', backDated(10))]);
    const ids = twins.map((t) => t.id);
    // Both due in the same seconds, a tenth of a second apart.
    await desk.sql(
      `update sla.planned_crossing p set due_at = date_trunc('second', q.due_at) + interval '100 milliseconds'
       from sla.clock c, sla.planned_crossing q, sla.clock d
       where c.id = p.clock_id and d.id = q.clock_id and c.kind = d.kind and p.pct = q.pct and c.ticket_id = $1 and d.ticket_id = $2`,
      ids,
    );
    const [expected] = await desk.sql<{ seconds: number; crossings: number }>(
      `select count(distinct date_trunc('second', due_at)) as seconds, count(*) as crossings from sla.planned_crossing
       where due_at between clock_timestamp() and clock_timestamp() + interval '10 minutes'`,
    );
    const add = jest.spyOn(desk.app.app.get(Jobs), 'addMany').mockResolvedValue();
    await desk.app.app.get(JobRegistry).named('sla.plan-wake-ups')!.run({});
    const [name, jobs] = add.mock.calls[0]!;
    add.mockRestore();
    expect(name).toBe('sla.wake-sweep');
    expect(jobs).toHaveLength(expected!.seconds);
    expect(expected!.crossings).toBeGreaterThan(expected!.seconds);
    expect(new Set(jobs.map((job) => job.jobId)).size).toBe(jobs.length);
    expect(jobs.every(({ jobId, delayMs }) => !jobId!.includes(':') && delayMs! > 0 && delayMs! <= 602_000)).toBe(true);
  });

  it('DOMAIN 4.4: the sweep runs every second, and wake-ups are renewed twice as often as they reach ahead', () => {
    expect(SCHEDULES).toMatchObject({ 'sla.sweep': { everyMs: 1_000 }, 'sla.plan-wake-ups': { everyMs: 300_000 } });
  });

  it('DOMAIN 4.4: crossings and what they set off are written together, or not at all', async () => {
    const ticket = await desk.file('elina', backDated(50));
    const written = (): Promise<{ crossings: number; events: number; reactions: number }[]> =>
      desk.sql(
        `select (select count(*) from sla.crossing x join sla.clock c on c.id = x.clock_id where c.ticket_id = $1) as crossings,
           count(*) as events, count(p.event_id) as reactions
         from platform.event_log e left join platform.pending_reaction p on p.event_id = e.id and p.reaction = 'sla.escalate'
         where e.subject_id = $1 and e.type = 'sla.threshold-crossed'`,
        [ticket.id],
      );
    await desk.sql(`create function refuse_crossing() returns trigger language plpgsql as $$ begin raise exception 'no events'; end $$`);
    await desk.sql(`create trigger refuse before insert on platform.event_log for each row when (new.type = 'sla.threshold-crossed')
      execute function refuse_crossing()`);
    await expect(desk.app.app.get(RecordCrossings).execute()).rejects.toThrow('no events');
    expect(await written()).toEqual([{ crossings: 0, events: 0, reactions: 0 }]);
    await desk.sql(`drop trigger refuse on platform.event_log`);
    await desk.app.app.get(RecordCrossings).execute();
    expect(await written()).toEqual([{ crossings: 4, events: 4, reactions: 4 }]);
  });

  it('DOMAIN 4.4: what an edit or a late entry makes due at once is not late for that: lateness counts from its planning', async () => {
    const ticket = await desk.file('elina', backDated(55));
    await desk.app.app.get(RecordCrossings).execute();
    const [row] = await desk.sql<{ n: number; overdue: number; late: number }>(
      `select count(*) as n, extract(epoch from min(x.recorded_at - x.due_at))::float8 as overdue,
         extract(epoch from max(x.recorded_at - greatest(x.due_at, x.planned_at)))::float8 as late
       from sla.crossing x join sla.clock c on c.id = x.clock_id where c.ticket_id = $1`,
      [ticket.id],
    );
    expect(row!.n).toBe(4);
    expect(row!.overdue).toBeGreaterThan(2_000);
    expect(row!.late).toBeLessThan(10);
  });

  it('DOMAIN 4.5: who resolves late says why', async () => {
    await changeTargets(desk.app, `seconds = 600`, `priority = 1 and kind = 'resolution'`);
    const ticket = await desk.act('elina', await desk.file('elina', backDated(50)), 'acceptance');
    await desk.app.app.get(RecordCrossings).execute();
    const resolution = { code: 'fixed', text: 'Nomainīts lasītājs.' };
    expect((await desk.tries('elina', ticket, 'resolution', resolution))[0]).toBe(422);
    expect(await desk.act('elina', ticket, 'resolution', { ...resolution, breachReason: 'Gaidījām rezerves daļu.' })).toMatchObject({
      state: 'resolved',
    });
  });
});
