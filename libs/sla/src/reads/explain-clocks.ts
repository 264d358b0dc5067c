import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '#calendars';
import { type Actor, holds, type Locale } from '#identity';
import { formatInstant, type Instant, MICROS_PER_SECOND, notFound } from '#kernel';
import { Database } from '#platform';
import { type Names, TicketFacts, TicketNames } from '#tickets';
import { consumedAt } from '../domain/clock-measures.js';
import type { Change } from '../domain/clock-state.js';
import { explainClock } from '../domain/explain-clock.js';
import { settle } from '../domain/fold-clock.js';
import { PROMISED_KINDS } from '../domain/ledger-entry.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import type {
  ClockCandidatesResponse,
  ClockExplanationResponse,
  ClockLedgerEntryResponse,
  ClockPromiseResponse,
} from '../http/responses/clock-explanation.response.js';
import type { LedgerRow } from '../store/clock-row.js';
import { ClockStore, type TicketClockSet } from '../store/clock-store.js';
import { openVoidRequests } from '../store/void-requests.js';
import { ClockWords } from './clock-words.js';
import { summaryOfClock } from './clock-summaries.js';
import { type DecisionFacts, decisionsOf, pausesOf } from './explain-decisions.js';

interface Crossing {
  readonly clock_id: string;
  readonly pct: number;
  readonly due_at: Instant;
  readonly recorded_at: Instant;
}

interface PolicyRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

interface Known extends TicketClockSet, DecisionFacts {
  readonly policies: readonly PolicyRow[];
  readonly crossings: readonly Crossing[];
  readonly names: Names;
  readonly locale: Locale;
}

const text = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** The clocks of one ticket, explained to one who may see the ticket. */
@Injectable()
export class ExplainClocks {
  constructor(
    private readonly database: Database,
    private readonly store: ClockStore,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
    private readonly words: ClockWords,
  ) {}

  /** Throws `tickets.not-found` for a ticket that does not exist or that the actor may not see. */
  async execute(actor: Actor, key: string): Promise<ClockExplanationResponse[]> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    const set = await this.store.ofTicket(this.database, seen.ticket.id);
    const ids = set.clocks.map((clock) => clock.id);
    const voids = seen.standing.staff ? await openVoidRequests(this.database, ids) : [];
    const [policies, crossings, names] = await Promise.all([
      this.policies(set.clocks, actor.locale),
      this.database.query<Crossing>(
        `select clock_id, pct, due_at, recorded_at from sla.crossing where clock_id = any($1::uuid[]) order by recorded_at, pct`,
        [ids],
      ),
      this.names.find(actor.locale, {
        people: [...[...set.ledger.values()].flat().map((row) => row.actor_id), ...voids.map((request) => request.requestedBy)],
        groups: set.clocks.map((clock) => clock.partyId),
      }),
    ]);
    const decides = { actorId: actor.id, works: seen.standing.works, leads: holds(actor, 'clock.decide') };
    const known = { ...set, policies, crossings, names, locale: actor.locale, voids, decides };
    // What groups, suppliers and the law are owed is not the requester's business.
    const shown = set.clocks.filter(({ kind }) => seen.standing.staff || PROMISED_KINDS.includes(kind));
    return shown.map((clock) => this.explain(clock, known));
  }

  private policies(clocks: readonly TrackedClock[], locale: Locale): Promise<PolicyRow[]> {
    return this.database.query<PolicyRow>(
      `select v.id, p.${locale === 'lv' ? 'name_lv' : 'name_en'} as name, v.version
       from sla.policy_version v join sla.policy p on p.id = v.policy_id where v.id = any($1::uuid[])`,
      [clocks.flatMap((clock) => clock.policyVersionId ?? [])],
    );
  }

  private explain(kept: TrackedClock, known: Known): ClockExplanationResponse {
    const { at, calendars, locale, names } = known;
    const clock = { ...kept, state: settle(kept.state, at) };
    const calendar = calendars(clock.state.plan.calendarId);
    const summary = summaryOfClock(clock, at, calendars, locale);
    const story = explainClock(clock.state, at, calendars);
    const policy = known.policies.find((p) => p.id === clock.policyVersionId);
    const remaining = clock.state.total - consumedAt(clock.state, at, calendars);
    return {
      ...summary,
      startedAt: formatInstant(summary.startedAt),
      dueAt: text(summary.dueAt),
      stoppedAt: text(summary.stoppedAt),
      breachedAt: text(summary.breachedAt),
      party: names.orNull(clock.partyId),
      policy: policy ? { name: policy.name, version: policy.version } : null,
      promises: promisesOf(clock, known),
      intervals: story.intervals.map((interval) => ({
        from: formatInstant(interval.from),
        to: formatInstant(interval.to),
        counted: interval.counted,
        seconds: (interval.to - interval.from) / MICROS_PER_SECOND,
        reason: interval.reason,
        label: this.words.interval(interval, locale),
        future: interval.future,
      })),
      days: story.days.map((day) => ({
        date: day.date,
        countedSeconds: day.counted / MICROS_PER_SECOND,
        note: this.words.day(day, locale),
      })),
      pauses: pausesOf(clock, (reason) => this.words.pause(reason, locale)),
      ...decisionsOf(clock, known),
      sums: { countedSeconds: story.counted / MICROS_PER_SECOND, uncountedSeconds: story.uncounted / MICROS_PER_SECOND },
      sentence: this.words.sentence(clock, at, calendar, remaining, locale),
      ledger: ledgerOf(clock, known),
    };
  }
}

/** A change of the target gives a promise at the same instant. */
function candidatesOf(change: Change | undefined): ClockCandidatesResponse | null {
  return change ? { old: formatInstant(change.old), retro: formatInstant(change.retro), fresh: formatInstant(change.fresh) } : null;
}

function promisesOf({ state }: TrackedClock, { calendars, locale }: Known): ClockPromiseResponse[] {
  return state.promises.map((promise, i) => ({
    targetNo: promise.targetNo,
    seconds: promise.target.seconds,
    calendar: calendarRef(calendars(promise.target.calendarId), locale),
    deadline: formatInstant(promise.deadline),
    at: formatInstant(promise.at),
    cause: promise.cause,
    candidates: candidatesOf(state.changes.find(({ at }) => at === promise.at)),
    remembers: promise.remembers ?? null,
    current: i === state.promises.length - 1,
    forgotten: promise.forgotten,
  }));
}

function ledgerOf(clock: TrackedClock, { ledger, crossings, names }: Known): ClockLedgerEntryResponse[] {
  const steps = (ledger.get(clock.id) ?? []).map((row) => ({ order: row.recorded_at, entry: stepOf(row, names) }));
  const crossed = crossings
    .filter((crossing) => crossing.clock_id === clock.id)
    .map(({ pct, due_at, recorded_at }) => ({
      order: recorded_at,
      entry: {
        at: formatInstant(due_at),
        recordedAt: formatInstant(recorded_at),
        type: 'threshold',
        reason: String(pct),
        actor: null,
        deadlineBefore: null,
        deadlineAfter: null,
      },
    }));
  return [...steps, ...crossed].sort((a, b) => a.order - b.order).map(({ entry }) => entry);
}

function stepOf(row: LedgerRow, names: Names): ClockLedgerEntryResponse {
  return {
    at: formatInstant(row.at),
    recordedAt: formatInstant(row.recorded_at),
    type: row.type,
    reason: row.reason,
    actor: names.orNull(row.actor_id),
    deadlineBefore: text(row.deadline_before),
    deadlineAfter: text(row.deadline_after),
  };
}

function calendarRef({ definition }: WorkingCalendar, locale: Locale): { code: string; name: string } {
  return { code: definition.code, name: locale === 'lv' ? definition.nameLv : definition.nameEn };
}
