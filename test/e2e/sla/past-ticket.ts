import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { instant, type Instant, type Json } from '#kernel';
import { type ClockFacts, type PastEvent, type PolicyTarget, type ReplayedClocks, replayClocks } from '#sla';

const seeded = (name: string): WorkingCalendar =>
  new WorkingCalendar(
    JSON.parse(readFileSync(join(process.cwd(), 'migrations/seeds/reference', `calendar-${name}.json`), 'utf8')) as CalendarDefinition,
  );

/** `2026-03-02 09:00` (or with seconds and microseconds) on the wall clock of Riga. */
export function riga(text: string): Instant {
  return instant(Number(Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/Riga').epochNanoseconds / 1000n));
}

/** An instant as Riga's wall clock reads it, to the minute; null stays null. */
export function inRiga(at: Instant | null | undefined): string | null {
  if (at === null || at === undefined) return null;
  const wall = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO('Europe/Riga');
  return wall.toPlainDateTime().toString().slice(0, 16).replace('T', ' ');
}

const HOURS = 3600;
/** The default targets of DOMAIN 4.1: response and resolution in seconds, and the calendar. */
const TARGETS: Record<number, readonly [response: number, resolution: number, calendar: string]> = {
  1: [900, 4 * HOURS, '24x7'],
  2: [1800, 8 * HOURS, '24x7'],
  3: [2 * HOURS, 16 * HOURS, 'lv-8x5'],
  4: [4 * HOURS, 40 * HOURS, 'lv-8x5'],
  5: [8 * HOURS, 80 * HOURS, 'lv-8x5'],
};

const known = new Map([
  ['lv-8x5', seeded('lv-8x5')],
  ['24x7', seeded('24x7')],
]);

function targets({ priority }: ClockFacts): PolicyTarget[] {
  const [response, resolution, calendarId] = TARGETS[priority]!;
  const common = { calendarId, policyVersionId: 'v1', rule: 'middle_of_three', thresholds: [50, 75, 90, 100] } as const;
  return [
    { ...common, kind: 'response', seconds: response, pauseReasons: [] },
    { ...common, kind: 'resolution', seconds: resolution, pauseReasons: ['awaiting_requester', 'agreed_date'] },
  ];
}

/** A ticket of the past, told event by event on the wall clock of Riga; its clocks are folded by the default policy. No database. */
export class PastTicket {
  private constructor(
    private readonly events: readonly PastEvent[],
    private readonly policy: typeof targets,
  ) {}

  static submitted(at: string, priority: number, resolution?: { seconds: number; calendar: CalendarDefinition }): PastTicket {
    if (resolution) known.set(resolution.calendar.code, new WorkingCalendar(resolution.calendar));
    const own = (facts: ClockFacts): PolicyTarget[] =>
      targets(facts).map((target) =>
        resolution && target.kind === 'resolution'
          ? { ...target, seconds: resolution.seconds, calendarId: resolution.calendar.code }
          : target,
      );
    return new PastTicket([], own).and('submitted', at, { institutionId: 'order', serviceId: null, groupId: 'first-line', priority });
  }

  accepted = (at: string): PastTicket => this.and('accepted', at);
  held = (at: string, reason = 'awaiting_requester'): PastTicket => this.and('put-on-hold', at, { reason });
  resumed = (at: string): PastTicket => this.and('resumed', at, { cause: 'reply' });
  resolved = (at: string): PastTicket => this.and('resolved', at);
  reopened = (at: string): PastTicket => this.and('reopened', at, { groupId: 'first-line' });
  prioritised = (at: string, priority: number): PastTicket =>
    this.and('priority-changed', at, { to: { priority }, reasonCode: 'new_information' });

  /** The ticket's clocks, followed until an instant. */
  clocks(until: string): ReplayedClocks {
    const newId = (kind: string, cycle: number): string => `${kind} ${cycle}`;
    const calendars = (id: string): WorkingCalendar => known.get(id)!;
    return replayClocks(this.events, { ticketType: 'incident', targets: this.policy, calendars, newId, until: riga(until) });
  }

  /** The resolution clock as it stands at `until`: its deadline, outcome and outcome instant, in words. */
  resolution(until: string): { state: string; due: string | null; outcome: string | null; outcomeAt: string | null } {
    const { state } = this.clocks(until).clocks.find((clock) => clock.kind === 'resolution')!;
    return { state: state.state, due: inRiga(state.dueAt), outcome: state.outcome, outcomeAt: inRiga(state.outcomeAt) };
  }

  /** When the resolution clock's thresholds are crossed, if nothing more happens: `['50 % 2026-03-02 16:30', ...]`. */
  get thresholds(): string[] {
    const { overdue } = this.clocks('2099-01-01 00:00');
    const own = overdue.filter(({ clock }) => clock.kind === 'resolution').flatMap(({ passed }) => passed);
    return own.map(({ pct, dueAt }) => `${pct} % ${inRiga(dueAt)}`);
  }

  private and(what: string, at: string, payload: { readonly [key: string]: Json } = {}): PastTicket {
    const event: PastEvent = { type: `incidents.${what}`, subject: { type: 'ticket', id: 'T' }, actorId: 'agent', at: riga(at), payload };
    return new PastTicket([...this.events, event], this.policy);
  }
}
