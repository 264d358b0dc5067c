import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CalendarBook, type CalendarDefinition, versionChains, WorkingCalendar } from '#calendars';
import type { Actor } from '#identity';
import { DomainError, type Instant, MICROS_PER_SECOND } from '#kernel';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import { correctCalendar, type Correction } from '../domain/correct-calendar.js';
import type { Calendars } from '../domain/clock-state.js';
import { firstDifference, foresee } from '../domain/foresee-correction.js';
import { ImpactTally, type MovedClock } from '../domain/impact.js';
import type { ClockKind, MidFlightRule } from '../domain/ledger-entry.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import { ClockStore } from '../store/clock-store.js';
import { midFlightRules } from '../store/outdated-clocks.js';
import { countUndecided, type UndecidedClock, undecidedAfter } from '../store/undecided-clocks.js';

const BUDGET_MS = 1_500;
const PAGE = 4_000;
/** Clocks that are folded between two looks at the time. */
const FOLDED = 200;
const DRAFT = 'draft';

/** What publishing a draft now would do to open clocks. */
export interface Impact {
  readonly affected: number;
  readonly earlier: number;
  readonly later: number;
  readonly unmoved: number;
  /** The farthest first, at most a hundred; number and title are null where the actor may not see the ticket. */
  readonly moved: readonly {
    readonly ticketNumber: string | null;
    readonly title: string | null;
    readonly kind: ClockKind;
    readonly before: Instant;
    readonly after: Instant;
    readonly deltaSeconds: number;
  }[];
  readonly tookMs: number;
  /** False where the time ended before all clocks were looked at. */
  readonly complete: boolean;
}

interface Question {
  readonly versionIds: readonly string[];
  readonly at: Instant;
  readonly next: WorkingCalendar;
  readonly calendars: Calendars;
  readonly until: number;
}

/** Looks ahead: which open clocks would move, and by how much, if a draft of their calendar were published now. */
@Injectable()
export class ForeseeReplan {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarBook,
    private readonly store: ClockStore,
    private readonly tickets: TicketFacts,
  ) {}

  /** Answers within two seconds, with what it has found until then. Clocks that end before the first day that changes are not looked at. */
  async execute(actor: Actor, calendarId: string, draft: CalendarDefinition): Promise<Impact> {
    const begun = performance.now();
    const [chain] = await versionChains(this.database, calendarId);
    const versionIds = chain?.newest ? [chain.newest, ...chain.older] : [];
    const tally = new ImpactTally();
    const next = new WorkingCalendar(draft);
    const [row] = await this.database.query<{ at: Instant }>(`select clock_timestamp() as at`);
    const at = row!.at;
    const total = await countUndecided(this.database, versionIds);
    const known = total > 0 ? await this.calendars.versions(versionIds, this.database) : undefined;
    const from = known && chain ? firstDifference(known(chain.newest), next, at) : undefined;
    let complete = true;
    if (known && from !== undefined) {
      // A clock that the replan under way has not reached yet may differ sooner than the newest version says.
      const behind = await countUndecided(this.database, chain!.older);
      const since = behind > 0 ? at : from;
      complete = await this.count(tally, since, { versionIds, at, next, calendars: known, until: begun + BUDGET_MS });
    }
    const { affected, earlier, later } = tally;
    const moved = await this.named(actor, tally.farthest());
    return { affected, earlier, later, unmoved: total - affected, moved, tookMs: Math.round(performance.now() - begun), complete };
  }

  private async count(tally: ImpactTally, from: Instant, question: Question): Promise<boolean> {
    const rules = new Map<string, MidFlightRule>();
    let after: string | null = null;
    do {
      const page: UndecidedClock[] = await undecidedAfter(this.database, { versionIds: question.versionIds, from, after, limit: PAGE });
      const last = page.at(-1);
      if (!last) return true;
      after = last.ticketId;
      const unknown = page.flatMap(({ policyVersionId }) => (policyVersionId && !rules.has(policyVersionId) ? [policyVersionId] : []));
      if (unknown.length > 0) for (const [id, rule] of await midFlightRules(this.database, unknown)) rules.set(id, rule);
      for (const clock of page) if (clock.versions) tally.add(foreseePlain(clock, question, rules.get(clock.policyVersionId ?? '')));
      // Other requests of this process get their turn.
      await turn();
      if (!(await this.countFolded(tally, page, question, rules))) return false;
      if (page.length < PAGE) return true;
    } while (performance.now() < question.until);
    return false;
  }

  /** Clocks with another history are folded; false where the time ended before all of the page were. */
  private async countFolded(
    tally: ImpactTally,
    page: readonly UndecidedClock[],
    { at, next, calendars, versionIds, until }: Question,
    rules: ReadonlyMap<string, MidFlightRule>,
  ): Promise<boolean> {
    const folded = page.filter(({ versions }) => versions === null);
    const ids = [...new Set(folded.map(({ ticketId }) => ticketId))];
    const wanted = new Set(folded.map(({ id }) => id));
    const older = new Set(versionIds);
    for (let done = 0; done < ids.length; done += FOLDED) {
      if (done > 0 && performance.now() > until) return false;
      const set = await this.store.ofTickets(this.database, ids.slice(done, done + FOLDED));
      const both: Calendars = (id) => (id === DRAFT ? next : older.has(id) ? calendars(id) : set.calendars(id));
      for (const clock of set.clocks) {
        const rule = rules.get(clock.policyVersionId ?? '') ?? 'middle_of_three';
        if (wanted.has(clock.id)) tally.add(foreseeFolded(clock, { versionId: DRAFT, older, at, actorId: null, rule }, both));
      }
    }
    return true;
  }

  private async named(actor: Actor, moved: readonly MovedClock[]): Promise<Impact['moved']> {
    const ids = [...new Set(moved.map(({ ticketId }) => ticketId))];
    const [facts, visible] = await Promise.all([this.tickets.byIds(ids), this.tickets.visibleAmong(actor, ids)]);
    return moved.map(({ ticketId, kind, before, after }) => {
      const ticket = visible.has(ticketId) ? facts.get(ticketId) : undefined;
      const deltaSeconds = Math.round((after - before) / MICROS_PER_SECOND);
      return { ticketNumber: ticket?.number ?? null, title: ticket?.title ?? null, kind, before, after, deltaSeconds };
    });
  }
}

function foreseeFolded(clock: TrackedClock, correction: Correction, calendars: Calendars): MovedClock {
  const { ticketId, kind } = clock;
  const change = orNothing(() => correctCalendar(clock, correction, calendars)?.after.state.changes.at(-1));
  return { ticketId, kind, before: change?.old ?? correction.at, after: change?.deadline ?? correction.at };
}

function foreseePlain(clock: UndecidedClock, { at, next, calendars }: Question, rule: MidFlightRule | undefined): MovedClock {
  const { ticketId, kind, startedAt, seconds } = clock;
  const before = clock.dueAt ?? calendars(clock.calendarId).add(startedAt, seconds * MICROS_PER_SECOND);
  const earlier = (clock.versions ?? []).slice(0, -1).map((id) => calendars(id));
  const after = orNothing(() => foresee({ startedAt, dueAt: before, seconds, earlier }, at, next, rule ?? 'middle_of_three'));
  return { ticketId, kind, before, after: after ?? before };
}

/** A draft without working time ahead moves nothing; that it may not be published is said elsewhere. */
function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
