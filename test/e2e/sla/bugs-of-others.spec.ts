import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { RecordCrossings } from '#sla';
import { Desk, type SeenTicket } from '../incidents/desk.js';
import { inRiga, PastTicket, riga } from './past-ticket.js';

/**
 * What other service desks got wrong about SLA time, as their trackers tell it: each is a test here, so that it cannot become true of
 * this one. The first part folds clocks of tickets of the past; the second goes through the API, where the fault was one of the whole.
 */

const week = (code: string, timezone: string, ...windows: [string, string][]): CalendarDefinition => ({
  code,
  nameLv: '',
  nameEn: '',
  timezone,
  weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, windows])),
  exceptions: [],
  shortenedByMinutes: 0,
});

describe('What went wrong elsewhere, folded from a history', () => {
  it('GLPI #6902: raised while pending, the new target forgot the pending time and was breached at once', () => {
    // One hour of work, then waiting for the user; at 15:00, six hours after the opening, the four hours of P1 begin to hold.
    const ticket = PastTicket.submitted('2026-03-02 09:00', 3).held('2026-03-02 10:00').prioritised('2026-03-02 15:00', 1);
    expect(ticket.resolution('2026-03-09 09:00')).toEqual({ state: 'paused', due: null, outcome: null, outcomeAt: null });
    expect(ticket.resumed('2026-03-02 16:00').resolution('2026-03-02 16:00').due).toBe('2026-03-02 20:00');
  });

  it('GLPI #15605: a new target was counted from the opening, without the days that the ticket had been on hold', () => {
    const ticket = PastTicket.submitted('2026-03-02 09:00', 3).held('2026-03-02 10:00').resumed('2026-03-04 10:00');
    const raised = ticket.prioritised('2026-03-04 11:00', 2);
    // Counted from the opening, eight hours had ended on Monday at 17:00; with the 48 hours on hold left out, they have not ended yet.
    expect(raised.resolution('2026-03-04 11:00')).toMatchObject({ outcome: null, due: '2026-03-04 19:00' });
    const [change] = raised.clocks('2026-03-04 11:00').clocks.find((c) => c.kind === 'resolution')!.state.changes;
    expect(inRiga(change?.retro)).toBe('2026-03-04 17:00');
  });

  it('GLPI #24481: a ticket was breached while it was pending', () => {
    const ticket = PastTicket.submitted('2026-03-02 09:00', 1).accepted('2026-03-02 09:05').held('2026-03-02 12:59');
    expect(ticket.resolution('2027-03-02 09:00')).toMatchObject({ state: 'paused', outcome: null });
    expect(ticket.thresholds).toEqual([]);
    const resumed = ticket.resumed('2026-06-01 09:00');
    expect(resumed.resolution('2026-06-01 09:00')).toMatchObject({ outcome: null, due: '2026-06-01 09:01' });
    expect(resumed.resolution('2026-06-01 09:02')).toMatchObject({ outcome: 'breached', outcomeAt: '2026-06-01 09:01' });
  });

  it('GLPI PR 22678: an escalation in a calendar of several segments was planned for midnight', () => {
    const calendar = week('segments', 'Europe/Riga', ['08:00', '12:00'], ['12:00', '18:00']);
    // Four hours from Monday 17:00 end on Tuesday at 11:00; three quarters of them an hour before that, not at 00:00.
    const ticket = PastTicket.submitted('2026-03-02 17:00', 3, { seconds: 4 * 3600, calendar });
    expect(ticket.thresholds).toEqual([
      '50 % 2026-03-03 09:00',
      '75 % 2026-03-03 10:00',
      '90 % 2026-03-03 10:36',
      '100 % 2026-03-03 11:00',
    ]);
  });

  it('GLPI #5319: only the first level of an escalation was planned, and levels that had been missed were never recomputed', () => {
    const planned = ['50 % 2026-03-02 11:00', '75 % 2026-03-02 12:00', '90 % 2026-03-02 12:36', '100 % 2026-03-02 13:00'];
    expect(PastTicket.submitted('2026-03-02 09:00', 1).thresholds).toEqual(planned);
    // Waiting after the first level moves the others, and none is lost.
    const later = PastTicket.submitted('2026-03-02 09:00', 1).held('2026-03-02 11:30').resumed('2026-03-02 15:30');
    expect(later.thresholds).toEqual(['75 % 2026-03-02 16:00', '90 % 2026-03-02 16:36', '100 % 2026-03-02 17:00']);
  });

  it('Zammad #188: the deadline was wrong once a ticket had been closed and reopened some times', () => {
    const ticket = PastTicket.submitted('2026-03-02 09:00', 1)
      .resolved('2026-03-02 10:00')
      .reopened('2026-03-02 12:00')
      .held('2026-03-02 12:15')
      .resolved('2026-03-02 12:30')
      .reopened('2026-03-03 09:00');
    // An hour and a quarter of the four were used: two and three quarters remain.
    expect(ticket.resolution('2026-03-03 09:00')).toMatchObject({ state: 'running', outcome: null, due: '2026-03-03 11:45' });
    expect(ticket.resolved('2026-03-03 11:45').resolution('2026-03-04 09:00')).toMatchObject({ outcome: 'met' });
    expect(ticket.resolved('2026-03-03 11:46').resolution('2026-03-04 09:00')).toMatchObject({
      outcome: 'breached',
      outcomeAt: '2026-03-03 11:45',
    });
  });

  it('osTicket #6847: with a lunch break in the schedule the due date was wrong', () => {
    const calendar = new WorkingCalendar(week('lunch', 'Europe/Riga', ['09:00', '13:00'], ['14:00', '18:00']));
    const due = (from: string, hours: number): string | null => inRiga(calendar.add(riga(from), hours * 3_600_000_000));
    expect(due('2026-03-02 12:00', 1)).toBe('2026-03-02 13:00');
    expect(due('2026-03-02 12:00', 5)).toBe('2026-03-02 18:00');
    expect(due('2026-03-02 12:00', 6)).toBe('2026-03-03 10:00');
    expect(due('2026-03-02 13:30', 1)).toBe('2026-03-02 15:00');
    expect(due('2026-03-06 17:00', 24)).toBe('2026-03-11 17:00');
  });

  it('Grafana OnCall #3261: hours that were set up in summer began an hour early after the end of daylight saving', () => {
    const calendar = new WorkingCalendar(week('london', 'Europe/London', ['08:30', '17:30']));
    const opens = (from: string): string => formatInstant(calendar.next(parseInstant(from)));
    expect(opens('2023-10-27T00:00:00Z')).toBe('2023-10-27T07:30:00.000Z');
    expect(opens('2023-10-30T00:00:00Z')).toBe('2023-10-30T08:30:00.000Z');
    expect(opens('2024-03-28T00:00:00Z')).toBe('2024-03-28T08:30:00.000Z');
    expect(opens('2024-04-01T00:00:00Z')).toBe('2024-04-01T07:30:00.000Z');
    // An escalation planned over the change keeps to the wall clock too: Friday 17:00 and an hour and a half.
    expect(formatInstant(calendar.add(parseInstant('2023-10-27T16:00:00Z'), 5_400_000_000))).toBe('2023-10-30T09:30:00.000Z');
  });
});

interface Explained {
  readonly kind: string;
  readonly cycle: number;
  readonly calendar: { readonly code: string };
  readonly dueAt: string | null;
  readonly intervals: readonly { readonly reason: string; readonly counted: boolean; readonly seconds: number }[];
}

describe('What went wrong elsewhere, through the API', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  const clocksOf = async (ticket: { id: string }): Promise<Explained[]> =>
    (await (await desk.as('elina')).get<{ items: Explained[] }>(`/tickets/${ticket.id}/clocks`)).body.items;
  const due = ({ clocks }: SeenTicket, kind: string): string | null => clocks.find((c) => c.kind === kind)!.dueAt;

  it('Zammad #2082: the ticket’s escalation stayed where it was at the first reply, and moved only with the second', async () => {
    const ticket = await desk.file();
    expect(ticket.dueAt).toBe(due(ticket, 'response'));
    await (await desk.as('elina')).post(`/tickets/${ticket.id}/comments`, { body: 'Skatāmies.', visibility: 'public' });
    const replied = await desk.read('elina', ticket);
    expect(replied.clocks.find((c) => c.kind === 'response')).toMatchObject({ state: 'stopped' });
    expect(replied.dueAt).toBe(due(replied, 'resolution'));
  });

  it('GLPI #23359: the time between solution and reopening was counted as pending', async () => {
    const resolved = await desk.resolved();
    await desk.act('ilze', resolved, 'reopening', { reason: 'Atkal nestrādā.' });
    const resolution = (await clocksOf(resolved)).find((c) => c.kind === 'resolution')!;
    const reasons = resolution.intervals.map((i) => i.reason);
    expect(reasons).toContain('after_stop');
    expect(reasons).not.toContain('pause');
    expect(resolution.intervals.filter((i) => i.reason === 'after_stop').every((i) => !i.counted && i.seconds > 0)).toBe(true);
  });

  it('GLPI #5319, again: levels that came due while nobody was looking are all recorded when somebody looks, each once', async () => {
    const submittedAt = new Date(Date.now() - 50 * 60_000).toISOString();
    const past = { impact: 1, urgency: 1, source: 'phone', submittedAt, submittedAtReason: 'Zvans dežūras laikā' };
    const ticket = await desk.file('elina', past);
    const sweep = desk.app.app.get(RecordCrossings);
    await sweep.execute();
    await sweep.execute();
    const crossed = await desk.sql<{ pct: number }>(
      `select x.pct from sla.crossing x join sla.clock c on c.id = x.clock_id where c.ticket_id = $1 and c.kind = 'response' order by 1`,
      [ticket.id],
    );
    expect(crossed.map((c) => c.pct)).toEqual([50, 75, 90, 100]);
  });

  it('several: history was rewritten when a calendar changed', async () => {
    const old = await desk.resolved();
    const before = await clocksOf(old);
    // From now on there is no working time but on Sundays.
    const [{ id }] = (await desk.sql<{ id: string }>(
      `insert into calendars.calendar_version (id, calendar_id, version, timezone, weekly, exceptions, shortened_by_minutes, source, published_at)
       select gen_random_uuid(), v.calendar_id, v.version + 1, v.timezone, '{"7": [["10:00", "11:00"]]}', '[]', 0, 'test', now()
       from calendars.calendar_version v join calendars.calendar c on c.id = v.calendar_id where c.code = 'lv-8x5' order by v.version desc limit 1 returning id`,
    )) as [{ id: string }];
    expect(await clocksOf(old)).toEqual(before);
    const fresh = await desk.file();
    const used = await desk.sql<{ target_calendar_id: string }>(`select distinct target_calendar_id from sla.clock where ticket_id = $1`, [
      fresh.id,
    ]);
    expect(used).toEqual([{ target_calendar_id: id }]);
  });
});
