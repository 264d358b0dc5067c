import { Injectable } from '@nestjs/common';
import { displayOf, type Extra, type Instant, percent, type Tally } from '#kernel';
import { Database, type Queryable, ts } from '#platform';
import { Params } from '#tickets';
import { type Dimension, DIMENSION_COLUMNS } from '../domain/kpi.js';
import { type Selection, selectionSql, unlikeSql } from './selection.js';

/** A tally of one key of a breakdown; the key is null for the whole. */
export interface KeyedTally extends Tally {
  readonly key: string | null;
}

export type Breakdown = Dimension | 'month' | null;

interface ClockRow {
  key: string;
  met: number;
  breached: number;
  open_breached: number;
  cancelled: number;
  merged: number;
  tests: number;
}

interface UserRow {
  key: string;
  users: number;
  satisfied_users: number;
  ratings: number;
  satisfied: number;
  good: number;
}

interface ResolutionRow {
  key: string;
  resolved: number;
  rated: number;
}

const WHOLE = '';

/** Counts indicators from their cells. */
@Injectable()
export class Tallies {
  constructor(private readonly database: Database) {}

  /** The whole selection as one tally; zeros where nothing is in it. */
  async whole(selection: Selection, on?: Queryable): Promise<Tally> {
    const [tally] = await this.by(selection, null, on);
    return tally ?? (selection.code === 'KPI-02' ? satisfaction(WHOLE, undefined, undefined) : compliance(undefined, WHOLE));
  }

  /** A tally for each key that has any, in no order. */
  async by(selection: Selection, breakdown: Breakdown, on: Queryable = this.database): Promise<KeyedTally[]> {
    return selection.code === 'KPI-02' ? this.satisfaction(selection, breakdown, on) : this.compliance(selection, breakdown, on);
  }

  private async compliance(selection: Selection, breakdown: Breakdown, on: Queryable): Promise<KeyedTally[]> {
    const params = new Params();
    const rows = await on.query<ClockRow>(
      `select ${keyOf(breakdown)} as key, sum(met)::int as met, sum(breached)::int as breached,
         sum(open_breached)::int as open_breached, sum(cancelled)::int as cancelled, sum(merged)::int as merged, sum(tests)::int as tests
       ${selectionSql('kpis.clock_cell', ofKinds(selection, breakdown), params)} group by 1`,
      params.values,
    );
    return rows.filter((row) => row.met + row.breached + row.cancelled + row.merged + row.tests > 0).map((row) => compliance(row, row.key));
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

  /** A user's months are added up before it is asked whether half of his ratings are good: a year is no average of months. */
  private async satisfaction(selection: Selection, breakdown: Breakdown, on: Queryable): Promise<KeyedTally[]> {
    const users = new Params();
    const userRows = await on.query<UserRow>(
      `select key, count(*)::int as users, count(*) filter (where 2 * satisfied >= ratings)::int as satisfied_users,
         sum(ratings)::int as ratings, sum(satisfied)::int as satisfied, sum(good)::int as good
       from (select ${keyOf(breakdown)} as key, sum(ratings) as ratings, sum(satisfied) as satisfied, sum(good) as good
             ${selectionSql('kpis.rating_cell', selection, users)} group by 1, f.rater_id) u
       where ratings > 0 group by key`,
      users.values,
    );
    const resolutions = new Params();
    const resolutionRows = await on.query<ResolutionRow>(
      `select ${keyOf(breakdown)} as key, sum(resolved)::int as resolved, sum(f.rated)::int as rated
       ${selectionSql('kpis.resolution_cell', selection, resolutions)} group by 1`,
      resolutions.values,
    );
    const byKey = new Map(resolutionRows.filter((row) => row.resolved > 0).map((row) => [row.key, row]));
    const keys = new Set([...userRows.map((row) => row.key), ...byKey.keys()]);
    return [...keys].map((key) =>
      satisfaction(
        key,
        userRows.find((row) => row.key === key),
        byKey.get(key),
      ),
    );
  }
}

/** A breakdown by kind shows them all; any other figure is of response and resolution. */
function ofKinds(selection: Selection, breakdown: Breakdown): Selection {
  return breakdown === 'kind' ? { ...selection, allKinds: true } : selection;
}

/** What the first promises change in the counts of each key: what counts by them, less what the same kind of facts counts as amended. */
export function agreedChangesSql(selection: Selection, breakdown: Breakdown, now: Instant, params: Params): string {
  const kinds = ofKinds(selection, breakdown);
  const late = agreedBreach(params.add(ts(now)));
  const counted = (outcome: string): string => `count(*) filter (where f.exclusion is null and f.outcome = '${outcome}')`;
  return `select key, sum(met)::int as met, sum(breached)::int as breached from (
      select ${keyOf(breakdown, 'agreed_month')} as key, count(*) filter (where f.agreed_outcome = 'met') as met, count(*) filter (where ${late}) as breached
      ${selectionSql('kpis.clock_fact', { ...kinds, as: 'agreed' }, params)} and ${unlikeSql()} group by 1
      union all
      select ${keyOf(breakdown)}, -${counted('met')}, -${counted('breached')}
      ${selectionSql('kpis.clock_fact', { ...kinds, as: 'amended' }, params)} and ${unlikeSql()} group by 1
    ) changes group by key`;
}

/** Breached as agreed; `now` is a placeholder of the statement. */
export function agreedBreach(now: string): string {
  return `(f.agreed_outcome = 'breached' or f.agreed_outcome = 'pending' and f.agreed_at < ${now}::timestamptz)`;
}

function keyOf(breakdown: Breakdown, month = 'month'): string {
  if (breakdown === null) return `''::text`;
  return breakdown === 'month' ? `to_char(f.${month}, 'YYYY-MM')` : `f.${DIMENSION_COLUMNS[breakdown]}::text`;
}

function compliance(row: ClockRow | undefined, key: string): KeyedTally {
  const { met = 0, breached = 0, open_breached: openBreached = 0, cancelled = 0, merged = 0, tests = 0 } = row ?? {};
  const extra = { openBreached, cancelled, merged, tests, excluded: cancelled + merged + tests };
  return { key: key || null, numerator: met, denominator: met + breached, extra };
}

/** A share of small numbers is no share, of ratings and of tickets as of users. */
function share(hits: number, n: number): number | null {
  const display = displayOf(n, 'counts');
  return display === 'small' || display === 'full' ? percent(hits / n) : null;
}

function satisfaction(key: string, users: UserRow | undefined, resolutions: ResolutionRow | undefined): KeyedTally {
  const { ratings = 0, satisfied = 0, good = 0 } = users ?? {};
  const { resolved = 0, rated = 0 } = resolutions ?? {};
  const extra: Extra = {
    ratings,
    satisfiedRatings: satisfied,
    satisfiedRatingShare: share(satisfied, ratings),
    goodRatings: good,
    goodRatingShare: share(good, ratings),
    resolvedTickets: resolved,
    ratedTickets: rated,
    responseShare: share(rated, resolved),
  };
  return { key: key || null, numerator: users?.satisfied_users ?? 0, denominator: users?.users ?? 0, extra };
}
