import { Injectable } from '@nestjs/common';
import type { Instant, Tally } from '#kernel';
import { Database, type Queryable, ts } from '#platform';
import { Params } from '#tickets';
import { type Breakdown, keyOf, type KeyedTally } from './indicator.js';
import { ofKinds } from './indicators/compliance.js';
import { INDICATORS } from './indicators.js';
import { type Selection, selectionSql, unlikeSql } from './selection.js';

/** Counts indicators, each in its own way. */
@Injectable()
export class Tallies {
  constructor(private readonly database: Database) {}

  /** The whole selection as one tally; zeros where nothing is in it. */
  async whole(selection: Selection, on?: Queryable): Promise<Tally> {
    const [tally] = await this.by(selection, null, on);
    return tally ?? INDICATORS[selection.code].none;
  }

  /** A tally for each key that has any, in no order. */
  async by(selection: Selection, breakdown: Breakdown, on: Queryable = this.database): Promise<KeyedTally[]> {
    return INDICATORS[selection.code].tally(on, selection, breakdown);
  }

  /**
   * KPI-09 by the first promise of each clock; an open one counts as breached once its first deadline lies before `now`. Counted from the
   * tallies by the promise in force (`amended`, of the same selection and breakdown) and the facts that count otherwise.
   */
  async agreed(selection: Selection, breakdown: Breakdown, amended: readonly KeyedTally[], now: Instant): Promise<KeyedTally[]> {
    const params = new Params();
    const changes = await this.database.query<{ key: string; met: number; breached: number }>(
      agreedChangesSql(selection, breakdown, now, params),
      params.values,
    );
    const byKey = new Map(amended.map(({ key, numerator, denominator }) => [key ?? '', { key, numerator, denominator, extra: {} }]));
    for (const { key, met, breached } of changes) {
      const { numerator, denominator } = byKey.get(key) ?? { numerator: 0, denominator: 0 };
      byKey.set(key, { key: key || null, numerator: numerator + met, denominator: denominator + met + breached, extra: {} });
    }
    return [...byKey.values()].filter(({ denominator }) => denominator > 0);
  }
}

/** What the first promises change in the counts of each key: what counts by them, less what the same kind of facts counts as amended. */
export function agreedChangesSql(selection: Selection, breakdown: Breakdown, now: Instant, params: Params): string {
  const kinds = ofKinds(selection, breakdown);
  const late = agreedBreach(params.add(ts(now)));
  const counted = (outcome: string): string => `count(*) filter (where f.exclusion is null and f.outcome = '${outcome}')`;
  return `select key, sum(met)::int as met, sum(breached)::int as breached from (
      select ${keyOf(breakdown, 'agreed_at', 'agreed_month')} as key, count(*) filter (where f.agreed_outcome = 'met') as met, count(*) filter (where ${late}) as breached
      ${selectionSql('kpis.clock_fact', { ...kinds, as: 'agreed' }, params)} and ${unlikeSql()} group by 1
      union all
      select ${keyOf(breakdown, 'outcome_at')}, -${counted('met')}, -${counted('breached')}
      ${selectionSql('kpis.clock_fact', { ...kinds, as: 'amended' }, params)} and ${unlikeSql()} group by 1
    ) changes group by key`;
}

/** Breached as agreed; `now` is a placeholder of the statement. */
export function agreedBreach(now: string): string {
  return `(f.agreed_outcome = 'breached' or f.agreed_outcome = 'pending' and f.agreed_at < ${now}::timestamptz)`;
}
