import type { Queryable } from '#platform';
import { Params } from '#tickets';
import { displayOf, type Extra, percent } from '#kernel';
import { type Breakdown, countSource, type Indicator, type KeyedTally, rowsSql, sumsOf } from '../indicator.js';
import type { Selection } from '../selection.js';

interface UserRow {
  readonly key: string | null;
  readonly users: number;
  readonly satisfied_users: number;
  readonly ratings: number;
  readonly satisfied: number;
  readonly good: number;
}

interface ResolutionRow {
  readonly key: string | null;
  readonly resolved: number;
  readonly rated: number;
}

/** KPI-02 (DOMAIN 5): users who are satisfied, of those who rated; beside it shares of ratings, and the response rate. */
export const satisfactionIndicator: Indicator = {
  none: tallyOf(null, undefined, undefined),
  async tally(on, selection, by) {
    const users = await usersOf(on, selection, by);
    const resolutions = (await sumsOf<ResolutionRow>(on, 'resolutions', selection, by)).filter((row) => row.resolved > 0);
    const keys = new Set([...users, ...resolutions].map((row) => row.key));
    const of = <Row extends { key: string | null }>(rows: readonly Row[], key: string | null): Row | undefined =>
      rows.find((row) => row.key === key);
    return [...keys].map((key) => tallyOf(key, of(users, key), of(resolutions, key)));
  },
  rows: { columns: 'f.value', from: (selection, params) => rowsSql('ratings', selection, params), order: 'desc' },
};

/** A user's months are added up before it is asked whether half of his ratings are good: a year is no average of months. */
async function usersOf(on: Queryable, selection: Selection, by: Breakdown): Promise<UserRow[]> {
  const params = new Params();
  const { from, key, count } = countSource('ratings', selection, by, params);
  return on.query<UserRow>(
    `select key, count(*)::int as users, count(*) filter (where 2 * satisfied >= ratings)::int as satisfied_users,
       sum(ratings)::int as ratings, sum(satisfied)::int as satisfied, sum(good)::int as good
     from (select ${key} as key, ${count('ratings')} as ratings, ${count('satisfied')} as satisfied, ${count('good')} as good
           ${from} group by 1, f.rater_id) u
     where ratings > 0 group by key`,
    params.values,
  );
}

/** A share of small numbers is no share, of ratings and of tickets as of users. */
function share(hits: number, n: number): number | null {
  const display = displayOf(n, 'counts');
  return display === 'small' || display === 'full' ? percent(hits / n) : null;
}

function tallyOf(key: string | null, users: UserRow | undefined, resolutions: ResolutionRow | undefined): KeyedTally {
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
