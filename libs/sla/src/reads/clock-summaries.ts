import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarBook, type WorkingCalendar } from '#calendars';
import type { Locale } from '#identity';
import { type Instant, type Micros, MICROS_PER_SECOND } from '#kernel';
import type { Queryable, Tx } from '#platform';
import { type ClockSource, type ClockSummary, TicketClocks } from '#tickets';
import { consumedAt, percentOf } from '../domain/clock-measures.js';
import type { Calendars, ClockState } from '../domain/clock-state.js';
import type { ClockKind } from '../domain/ledger-entry.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import { CLOCK_COLUMNS, type ClockRow } from '../store/clock-row.js';
import { type StartedClocks, StartedClocksOfTransaction } from '../store/started-clocks.js';

const COLUMNS = Object.keys(CLOCK_COLUMNS).join(', ');

/** Clocks in short, for lists: read from their rows, not folded, at the database's own time. */
@Injectable()
export class ClockSummaries implements ClockSource, OnModuleInit {
  constructor(
    private readonly calendars: CalendarBook,
    private readonly port: TicketClocks,
    private readonly started: StartedClocksOfTransaction,
  ) {}

  onModuleInit(): void {
    this.port.register(this);
  }

  async summaries(on: Queryable, ticketIds: readonly string[], locale: Locale): Promise<ReadonlyMap<string, readonly ClockSummary[]>> {
    const started = this.started.of(on, ticketIds);
    if (started) return summariesOfStarted(started, locale);
    const rows = await on.query<ClockRow & { now: Instant }>(
      `select ${COLUMNS}, clock_timestamp() as now from sla.clock
       where ticket_id = any($1::uuid[]) and kind in ('response', 'resolution') order by ticket_id, cycle, kind desc`,
      [ticketIds],
      'sla.summaries',
    );
    const calendars = await this.calendars.versions(
      rows.map((row) => row.plan_calendar_id),
      on,
    );
    const byTicket = new Map<string, ClockSummary[]>();
    for (const row of rows) {
      const list = byTicket.get(row.ticket_id) ?? [];
      list.push(summaryOf(row, row.now, calendars(row.plan_calendar_id), locale));
      byTicket.set(row.ticket_id, list);
    }
    return byTicket;
  }

  async resolutionBreached(tx: Tx, ticketId: string): Promise<boolean> {
    const [row] = await tx.query<{ breached: boolean }>(
      `select outcome = 'breached' or (outcome is null and state = 'running' and due_at < clock_timestamp()) as breached
       from sla.clock where ticket_id = $1 and kind = 'resolution' order by cycle desc limit 1`,
      [ticketId],
    );
    return row?.breached ?? false;
  }
}

function summariesOfStarted(
  { ticketId, clocks, calendars, at }: StartedClocks,
  locale: Locale,
): ReadonlyMap<string, readonly ClockSummary[]> {
  return new Map([[ticketId, clocks.map((clock) => summaryOfClock(clock, at, calendars, locale))]]);
}

/** What a summary is made of, whether it was read or folded. */
interface Standing {
  readonly id: string;
  readonly kind: ClockKind;
  readonly cycle: number;
  readonly state: Pick<ClockState, 'state' | 'startedAt' | 'dueAt' | 'stoppedAt' | 'outcome' | 'outcomeAt' | 'target' | 'total'>;
  readonly consumed: Micros;
}

/** A row as lists have it, at `now`. */
export function summaryOf(row: ClockRow, now: Instant, calendar: WorkingCalendar, locale: Locale): ClockSummary {
  const consumed = row.consumed + (row.running_since === null ? 0 : calendar.elapsed(row.running_since, now));
  const { state, outcome, total } = row;
  const target = { calendarId: row.target_calendar_id, seconds: row.target_seconds };
  const dates = { startedAt: row.started_at, dueAt: row.due_at, stoppedAt: row.stopped_at, outcomeAt: row.outcome_at };
  return summarise(
    { id: row.id, kind: row.kind, cycle: row.cycle, state: { state, outcome, total, target, ...dates }, consumed },
    calendar,
    locale,
  );
}

/** The same of a folded clock. */
export function summaryOfClock({ id, kind, cycle, state }: TrackedClock, now: Instant, calendars: Calendars, locale: Locale): ClockSummary {
  return summarise({ id, kind, cycle, state, consumed: consumedAt(state, now, calendars) }, calendars(state.plan.calendarId), locale);
}

/** Whole seconds: consumed time is cut, so that nothing looks used up before it is. */
function summarise({ id, kind, cycle, state, consumed }: Standing, { definition }: WorkingCalendar, locale: Locale): ClockSummary {
  return {
    id,
    kind,
    cycle,
    state: state.state,
    outcome: state.outcome,
    startedAt: state.startedAt,
    dueAt: state.dueAt,
    stoppedAt: state.stoppedAt,
    breachedAt: state.outcome === 'breached' ? state.outcomeAt : null,
    targetSeconds: state.target.seconds,
    consumedSeconds: Math.floor(consumed / MICROS_PER_SECOND),
    remainingSeconds: Math.ceil((state.total - consumed) / MICROS_PER_SECOND),
    percent: Math.floor(percentOf(consumed, state.total, state.target.seconds) * 10) / 10,
    calendar: { code: definition.code, name: locale === 'lv' ? definition.nameLv : definition.nameEn },
  };
}
