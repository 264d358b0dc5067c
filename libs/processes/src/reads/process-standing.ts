import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import { FrozenMonths } from '#kpis';
import type { Queryable } from '#platform';
import { type Condition, conditionsOf, MONTHS, orderOf, type Standing } from '../domain/conditions.js';
import { holdsOn, type ProcessRecord } from '../domain/process.js';
import { REVIEW_AHEAD_DAYS, type Todo, todoOf } from '../domain/todo.js';
import { EvidenceStore, type KeptEvidence } from '../store/evidence-store.js';
import { MonthCounts } from '../store/month-counts.js';

/** A process with its evidence and what the six conditions say of it now. */
export interface StandingProcess {
  readonly process: ProcessRecord;
  readonly evidence: readonly KeptEvidence[];
  readonly months: Standing['months'];
  readonly conditions: readonly Condition[];
  readonly todo: readonly Todo[];
  /** The last day (`YYYY-MM-DD`) on which all of its documents hold and no review is due; null where there is none. */
  readonly holdsUntil: string | null;
}

/** Reads what the conditions are decided from; the same for pages, for moves and for the watch. */
@Injectable()
export class ProcessStandings {
  constructor(
    private readonly evidence: EvidenceStore,
    private readonly counts: MonthCounts,
    private readonly identity: IdentityFacts,
    private readonly frozenMonths: FrozenMonths,
  ) {}

  async of(on: Queryable, processes: readonly ProcessRecord[]): Promise<StandingProcess[]> {
    const [days] = await on.query<{ today: string; soon: string }>(
      `select (now() at time zone 'Europe/Riga')::date as today, (now() at time zone 'Europe/Riga')::date + $1::int as soon`,
      [REVIEW_AHEAD_DAYS],
    );
    const { today, soon } = days!;
    const evidence = await this.evidence.of(
      on,
      processes.map(({ id }) => id),
    );
    const frozen = await this.frozenMonths.of([...new Set(processes.flatMap(({ metrics }) => metrics))], on);
    const month = today.slice(0, 7);
    const standing: StandingProcess[] = [];
    for (const process of processes) {
      const documents = evidence.filter(({ processId }) => processId === process.id);
      const months = process.lifecycle === null ? [] : await this.counts.before(on, process.lifecycle, month, MONTHS);
      const ownerActive = process.ownerId !== null && (await this.identity.contact(process.ownerId, on)) !== undefined;
      const conditions = conditionsOf({ process, evidence: documents, ownerActive, months, frozen, today });
      const todo = todoOf({ process, conditions, evidence: documents, today, soon });
      standing.push({ process, evidence: documents, months, conditions, todo, holdsUntil: holdsUntil(process, documents, today) });
    }
    return standing;
  }

  async one(on: Queryable, process: ProcessRecord): Promise<StandingProcess> {
    return (await this.of(on, [process]))[0]!;
  }
}

function holdsUntil(process: ProcessRecord, evidence: readonly KeptEvidence[], today: string): string | null {
  const order = orderOf({ evidence, today });
  const outside = process.lifecycle === null ? evidence.filter((one) => one.kind === 'external' && holdsOn(one, today)) : [];
  const ends = [process.reviewDueOn, order?.validTo ?? null, outside[0]?.validTo ?? null].filter((day) => day !== null);
  return ends.sort()[0] ?? null;
}
