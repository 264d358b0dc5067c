import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import { FrozenMonths } from '#kpis';
import type { Queryable } from '#platform';
import { type Condition, conditionsOf, MONTHS, type Standing } from '../domain/conditions.js';
import type { ProcessRecord } from '../domain/process.js';
import { EvidenceStore, type KeptEvidence } from '../store/evidence-store.js';
import { MonthCounts } from '../store/month-counts.js';

/** A process with its evidence and what the six conditions say of it now. */
export interface StandingProcess {
  readonly process: ProcessRecord;
  readonly evidence: readonly KeptEvidence[];
  readonly months: Standing['months'];
  readonly conditions: readonly Condition[];
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
    const [today] = await on.query<{ day: string }>(`select (now() at time zone 'Europe/Riga')::date as day`);
    const evidence = await this.evidence.of(
      on,
      processes.map(({ id }) => id),
    );
    const frozen = await this.frozenMonths.of([...new Set(processes.flatMap(({ metrics }) => metrics))], on);
    const month = today!.day.slice(0, 7);
    const standing: StandingProcess[] = [];
    for (const process of processes) {
      const documents = evidence.filter(({ processId }) => processId === process.id);
      const months = process.lifecycle === null ? [] : await this.counts.before(on, process.lifecycle, month, MONTHS);
      const ownerActive = process.ownerId !== null && (await this.identity.contact(process.ownerId, on)) !== undefined;
      const conditions = conditionsOf({ process, evidence: documents, ownerActive, months, frozen, today: today!.day });
      standing.push({ process, evidence: documents, months, conditions });
    }
    return standing;
  }

  async one(on: Queryable, process: ProcessRecord): Promise<StandingProcess> {
    return (await this.of(on, [process]))[0]!;
  }
}
