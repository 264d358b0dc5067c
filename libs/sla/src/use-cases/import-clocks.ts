import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { stableId } from '#identity';
import type { Instant } from '#kernel';
import { Database, type Queryable, type Tx } from '#platform';
import type { TicketDueAt } from '#tickets';
import { decidingAgreement } from '../domain/agreement.js';
import { chooseTargets, type TargetRule } from '../domain/choose-targets.js';
import type { Calendars } from '../domain/clock-state.js';
import type { ClockKind } from '../domain/ledger-entry.js';
import { type PastEvent, type ReplayedClocks, replayClocks } from '../domain/replay-clocks.js';
import { type ClockFacts, type PolicyTarget, ticketDueAt } from '../domain/tracked-clock.js';
import { PolicyBook } from '../reads/policy-book.js';
import { AgreementStore } from '../store/agreement-store.js';
import { type ClockWrite, writeClocks } from '../store/clock-writes.js';

/** The policies and the calendars in force, read once for a whole import. */
export interface ImportRules {
  /** By the policy of the agreement that held for the ticket at that instant, else by the general one. */
  readonly targets: (facts: ClockFacts, at: Instant) => readonly PolicyTarget[];
  readonly calendars: Calendars;
  /** Clocks that still run have run until then. */
  readonly until: Instant;
}

/** The id of a clock that was taken in, the same in each replay. */
export function importedClockId(ticketId: string, kind: ClockKind, cycle: number): string {
  return stableId('sla.clock', ticketId, kind, String(cycle));
}

/** Takes in clocks of another system's history, or of a bench: folded at the original instants, written in bulk, told to nobody. */
@Injectable()
export class ImportClocks {
  constructor(
    private readonly policies: PolicyBook,
    private readonly agreements: AgreementStore,
    private readonly calendars: CalendarBook,
    private readonly database: Database,
  ) {}

  /** Reads the rules; `until` is the database's now. */
  async rules(on: Queryable = this.database): Promise<ImportRules> {
    const general = await this.policies.policyInForce(on);
    const agreements = await this.agreements.everNaming(on);
    const own = new Map<string, readonly TargetRule[]>();
    for (const { policyId } of agreements) if (!own.has(policyId)) own.set(policyId, await this.policies.policyInForce(on, policyId));
    const agreed = (facts: ClockFacts, at: Instant): readonly TargetRule[] => {
      const held = agreements.filter(({ policyId, from, to }) => from <= at && (to === null || at < to) && own.get(policyId)?.length);
      return own.get(decidingAgreement(held, facts)?.policyId ?? '') ?? general;
    };
    const [row] = await on.query<{ now: Instant }>(`select clock_timestamp() as now`);
    const calendars = await this.calendars.versions(
      [general, ...own.values()].flat().map((target) => target.calendarId),
      on,
    );
    return { targets: (facts, at) => chooseTargets(agreed(facts, at), facts), calendars, until: row!.now };
  }

  /** Folds one ticket's clocks over its events (in order, at their own instants). Pure: the same events give the same clocks, with the same ids. */
  replay(events: readonly PastEvent[], rules: ImportRules, ticketType = 'incident'): ReplayedClocks {
    const ticketId = events[0]?.subject.id ?? '';
    return replayClocks(events, { ...rules, ticketType, newId: (kind, cycle) => importedClockId(ticketId, kind, cycle) });
  }

  /**
   * Writes replayed clocks with ledgers, plans and crossings in one statement; some thousand clocks at a time. Clocks that are there
   * already are passed over. Answers how many were new. The events of the clocks are the importer's to append, marked as imported.
   */
  async importClocks(tx: Tx, replayed: readonly ReplayedClocks[], rules: Pick<ImportRules, 'calendars'>): Promise<number> {
    const writes = replayed.flatMap(writesOf);
    const known = await tx.query<{ id: string }>(`select id from sla.clock where id = any($1::uuid[])`, [
      writes.map(({ clock }) => clock.id),
    ]);
    const present = new Set(known.map((row) => row.id));
    const fresh = writes.filter(({ clock }) => !present.has(clock.id));
    await writeClocks(tx, fresh, replayed.flatMap(dueOf), rules.calendars);
    return fresh.length;
  }
}

function dueOf({ clocks }: ReplayedClocks): TicketDueAt[] {
  const [first] = clocks;
  return first ? [ticketDueAt(first.ticketId, clocks)] : [];
}

function writesOf({ clocks, changes, overdue }: ReplayedClocks): ClockWrite[] {
  return clocks.map((clock) => {
    const own = changes.filter((change) => change.after.id === clock.id);
    const late = overdue.filter((o) => o.clock.id === clock.id).flatMap((o) => o.passed);
    const passed = [...own.flatMap((change) => change.passed), ...late];
    // A reopened clock may come by the same threshold twice; only the first time is a crossing.
    const once = passed.filter((p, i) => passed.findIndex((q) => q.pct === p.pct && q.targetNo === p.targetNo) === i);
    return { clock, changes: own, passed: once };
  });
}
