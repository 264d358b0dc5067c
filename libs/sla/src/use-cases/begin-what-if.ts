import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, type Instant, type Json, parseInstant } from '#kernel';
import { type Run, UnitOfWork } from '#platform';
import { slaRuns } from '../store/runs.js';
import { ContinueRun } from './continue-run.js';
import { ReadRuleBook, type Wishes } from './read-rule-book.js';

/** A past period, and what is to be tried on it. Dates are local to Riga, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
export interface WhatIf extends Wishes {
  readonly from: string;
  readonly to: string;
}

/** Lays down a what-if: the rules are written down with it, so that what is published or saved while it runs changes nothing in it. */
@Injectable()
export class BeginWhatIf {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: ReadRuleBook,
    private readonly runs: ContinueRun,
  ) {}

  /** Throws `sla.run-under-way` where the actor has one that is not finished, and what `ReadRuleBook.tried` throws. */
  async execute(actor: Actor, asked: WhatIf): Promise<Run> {
    const run = await this.unitOfWork.run(async (tx) => {
      const [period] = await tx.query<{ from: Instant; to: Instant; until: Instant }>(
        `select ($1::date)::timestamp at time zone 'Europe/Riga' as "from",
           ($2::date + case when $3 then interval '1 month' else interval '1 day' end)::timestamp at time zone 'Europe/Riga' as "to", clock_timestamp() as until`,
        [firstDay(asked.from, 'from'), firstDay(asked.to, 'to'), asked.to.length === 7],
      );
      const { from: fromAt, to: toAt, until } = period!;
      if (fromAt >= toAt) throw new DomainError('sla.period-reversed', {}, 'invalid', [{ pointer: '/to', code: 'sla.period-reversed' }]);
      const today = await this.rules.inForce(tx);
      const would = await this.rules.tried(tx, today, asked);
      const simulation = { fromAt, toAt, until, today, would } as unknown as Json;
      const laid = await slaRuns.insert(tx, {
        kind: 'what_if',
        subject: actor.id,
        actorId: actor.id,
        request: { asked: { ...asked } as unknown as Json, simulation },
      });
      if (!laid) throw new DomainError('sla.run-under-way', {}, 'conflict');
      return laid;
    });
    await this.runs.begin(run.id);
    return run;
  }
}

/** The date, of a month its first day. Throws 422 for a date that no calendar has. */
function firstDay(text: string, field: 'from' | 'to'): string {
  const date = text.length === 7 ? `${text}-01` : text;
  try {
    parseInstant(`${date}T00:00:00Z`);
    return date;
  } catch {
    throw new DomainError('platform.validation-failed', {}, 'invalid', [{ pointer: `/${field}`, code: 'platform.field-matches' }]);
  }
}
