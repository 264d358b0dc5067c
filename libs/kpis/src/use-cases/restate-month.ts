import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { KpiCode } from '../domain/kpi.js';
import type { Month } from '../domain/month.js';
import { type EditionCause, EditionStore } from '../store/edition-store.js';
import { PublishEdition } from './publish-edition.js';

export interface Restatement {
  readonly code: KpiCode;
  readonly month: Month;
  readonly reason: string;
  /** Absent where the system restates by itself, after history was taken in. */
  readonly actorId?: string | undefined;
  /** A person's correction where absent. */
  readonly cause?: Exclude<EditionCause, 'freeze'>;
  /** The ticket whose void made it necessary. */
  readonly ticketId?: string;
}

/** Replaces the figures of a frozen month by what is known today. The edition before stays on record. */
@Injectable()
export class RestateMonth {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly publish: PublishEdition,
  ) {}

  /** Throws `kpis.not-frozen` where the month is not frozen yet: its figures are alive and need no correction. */
  async execute(restatement: Restatement): Promise<{ edition: number }> {
    return this.unitOfWork.run((tx) => this.within(tx, restatement));
  }

  /** The same in the caller's transaction. */
  async within(tx: Tx, { code, month, reason, actorId, cause = 'correction', ticketId }: Restatement): Promise<{ edition: number }> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('kpis.edition'), hashtext($1))`, [`${code} ${month}`]);
    const replaces = await this.editions.latest(code, month, tx);
    if (!replaces) throw new DomainError('kpis.not-frozen', { month });
    await this.publish.execute(tx, { code, month, knownUntil: await tx.instant(), replaces, reason, actorId, cause, ticketId });
    return { edition: replaces.number + 1 };
  }
}
