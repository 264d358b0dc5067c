import { Injectable } from '@nestjs/common';
import { Clock, type Figure } from '#kernel';
import { Database, ts } from '#platform';
import { Params } from '#tickets';
import { clockListSql, listCondition } from './clock-list-sql.js';
import { type Selection, selectionSql, unlikeSql } from './selection.js';
import { TicketsWithoutClock } from './tickets-without-clock.js';

/** How many rows each list of the report has. */
export interface ComplianceCounts {
  readonly openBreached: number;
  readonly pausedUndecided: number;
  readonly cancelled: number;
  readonly merged: number;
  readonly tests: number;
  readonly voided: number;
  readonly reopenedAfterFreeze: number;
  readonly changedSide: number;
  readonly withoutClock: number;
}

const FROM_FACTS = { voided: 'voided', reopenedAfterFreeze: 'reopened_after_freeze', changedSide: 'changed_side' } as const;

/** Counts the lists of the compliance report by the queries that show them. */
@Injectable()
export class ComplianceListCounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly withoutClock: TicketsWithoutClock,
  ) {}

  /** `overall` holds what the cells have counted already. */
  async of(selection: Selection, overall: Figure): Promise<ComplianceCounts> {
    const counted = (name: string): number => overall.extra[name] ?? 0;
    return {
      openBreached: counted('openBreached'),
      cancelled: counted('cancelled'),
      merged: counted('merged'),
      tests: counted('tests'),
      ...(await this.fromFacts(selection)),
      pausedUndecided: await this.pausedUndecided(selection),
      withoutClock: await this.withoutClock.count(selection.months, selection.scope),
    };
  }

  private async fromFacts(selection: Selection): Promise<Record<keyof typeof FROM_FACTS, number>> {
    const params = new Params();
    const now = params.add(ts(this.clock.now()));
    const counts = Object.entries(FROM_FACTS).map(
      ([name, list]) => `count(*) filter (where ${listCondition(list, now)})::int as "${name}"`,
    );
    // Each of the three lists holds none but facts out of the ordinary.
    const from = `${selectionSql('kpis.clock_fact', selection, params)} and ${unlikeSql()}`;
    const [row] = await this.database.query<Record<keyof typeof FROM_FACTS, number>>(`select ${counts.join(', ')} ${from}`, params.values);
    return row ?? { voided: 0, reopenedAfterFreeze: 0, changedSide: 0 };
  }

  private async pausedUndecided(selection: Selection): Promise<number> {
    const params = new Params();
    const from = clockListSql({ list: 'paused_undecided', selection, now: this.clock.now() }, params);
    const [row] = await this.database.query<{ count: number }>(`select count(*)::int as count ${from}`, params.values);
    return row?.count ?? 0;
  }
}
