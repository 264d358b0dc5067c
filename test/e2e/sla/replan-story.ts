import { randomUUID } from 'node:crypto';
import { CalendarBook, type CalendarException, type WorkingCalendar } from '#calendars';
import type { Instant } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { ContinueRun } from '#sla';
import type { TestApp } from '../../support/app.js';
import type { ApiClient } from '../../support/client.js';

export interface ClockLine {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly due_at: Instant | null;
  readonly started_at: Instant;
  readonly total: number;
  readonly version: number;
  readonly corrections: number;
}

export interface RunLine {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly result: { readonly replanned: number; readonly moved: number; readonly unmoved: number; readonly failed: number } | null;
}

/** What the tests of replanning do over and over: publish versions of LV 8x5, work a run off, look at clocks. */
export class ReplanStory {
  readonly database: Database;

  constructor(private readonly test: TestApp) {
    this.database = test.app.get(Database);
  }

  /** The version in force of the calendar. */
  async calendar(): Promise<WorkingCalendar> {
    return this.test.app.get(CalendarBook).byCode('lv-8x5');
  }

  /** The date that holds the instant, on the calendar's wall clock. */
  async dateOf(at: Instant): Promise<string> {
    return (await this.calendar()).dayAt(at).date;
  }

  /** Publishes the next version of LV 8x5 with these exceptions beside those that it has. Answers the id of its run. */
  async publish(
    ...exceptions: CalendarException[]
  ): Promise<{ readonly versionId: string; readonly runId: string; readonly calendar: WorkingCalendar }> {
    const versionId = randomUUID();
    await this.test.app.get(UnitOfWork).run(async (tx) => {
      const [before] = await tx.query<{ id: string; calendarId: string; version: number; exceptions: CalendarException[] }>(
        `select v.id, c.id as "calendarId", v.version, v.exceptions from calendars.calendar c join calendars.calendar_version v on v.calendar_id = c.id
         where c.code = 'lv-8x5' order by v.version desc limit 1`,
      );
      const { id, calendarId, version } = before!;
      const dates = new Set(exceptions.map(({ date }) => date));
      const all = [...before!.exceptions.filter(({ date }) => !dates.has(date)), ...exceptions.filter(({ kind }) => kind !== undefined)];
      await tx.execute(
        `insert into calendars.calendar_version select (jsonb_populate_record(v, $2::jsonb)).* from calendars.calendar_version v where v.id = $1`,
        [id, JSON.stringify({ id: versionId, version: version + 1, exceptions: all })],
      );
      await tx.append({
        type: 'calendars.version-published',
        version: 1,
        subject: { type: 'calendar', id: calendarId },
        actorId: null,
        payload: { calendarId, code: 'lv-8x5', versionId, previousVersionId: id, version: version + 1, validFrom: null },
      });
    });
    const [run] = await this.database.query<{ id: string }>(`select id from sla.run where subject = $1`, [versionId]);
    return { versionId, runId: run?.id ?? '', calendar: await this.calendar() };
  }

  /** Saves a draft that says what is in force, but for one more exception; from today on. */
  async saveDraft(by: ApiClient, path: string, exception: CalendarException): Promise<void> {
    const { inForce, today } = (
      await by.get<{ inForce: Record<string, unknown> & { exceptions: CalendarException[] }; today: string }>(path)
    ).body;
    const { weekly, exceptions, recurringHolidays, shortenedByMinutes, source } = inForce;
    const others = exceptions.filter(({ date }) => date !== exception.date);
    const draft = { validFrom: today, weekly, recurringHolidays, shortenedByMinutes, source, exceptions: [...others, exception] };
    const answer = await by.put(`${path}/draft`, draft);
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  }

  /** Works the run off, as the jobs would. */
  async workOff(runId: string): Promise<RunLine> {
    const runs = this.test.app.get(ContinueRun);
    for (let slice = await runs.slice(runId); slice && !slice.slice.end; slice = await runs.slice(runId));
    return this.run(runId);
  }

  async run(runId: string): Promise<RunLine> {
    const [run] = await this.database.query<RunLine>(`select id, state, done, total, result from sla.run where id = $1`, [runId]);
    return run!;
  }

  /** The clocks of a ticket, resolution first, each with the number of its target's calendar version. */
  async clocks(ticketId: string): Promise<ClockLine[]> {
    return this.database.query<ClockLine>(
      `select c.id, c.kind, c.state, c.outcome, c.due_at, c.started_at, c.total, v.version,
         (select count(*)::int from sla.ledger l where l.clock_id = c.id and l.reason = 'calendar_correction') as corrections
       from sla.clock c join calendars.calendar_version v on v.id = c.target_calendar_id where c.ticket_id = $1 order by c.kind, c.cycle`,
      [ticketId],
    );
  }

  /** A holiday on the date of the instant. */
  async holidayOn(at: Instant): Promise<CalendarException> {
    return {
      date: await this.dateOf(at),
      kind: 'holiday',
      nameLv: 'Izziņota brīvdiena',
      nameEn: 'Declared holiday',
      source: 'MK rīkojums',
    };
  }
}

/** When `hours` of working time from an instant are used up. */
export function after(calendar: WorkingCalendar, from: Instant, hours: number): Instant {
  return calendar.add(from, hours * 3_600_000_000);
}
