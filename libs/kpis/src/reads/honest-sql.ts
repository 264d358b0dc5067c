import { Params } from '#tickets';
import { type Dimension, DIMENSION_COLUMNS } from '../domain/kpi.js';
import { type Selection, selectionSql } from './selection.js';

/** The resolutions that were decided in the month: what the honest view looks at. */
export function decidedSql(selection: Selection, params: Params): string {
  return `${selectionSql('kpis.clock_fact', selection, params)} and f.outcome is not null and f.exclusion is null and f.kind = 'resolution'`;
}

/** Those of them that have come to their stop, so that their time is known. */
export function stoppedSql(selection: Selection, params: Params): string {
  return `${decidedSql(selection, params)} and f.worked_seconds is not null`;
}

/**
 * Of the whole (`whole` is true) and of each key of a dimension: how many were decided and timed, median and ninetieth percentile of both
 * lengths, each from the very rows and never of other medians, and the sums that shares are taken of. One scan of the month.
 */
export function timesSql(selection: Selection, by: Dimension, params: Params): string {
  const spread = (column: string): string =>
    `percentile_cont(array[0.5, 0.9]) within group (order by ${column}) filter (where worked_seconds is not null)`;
  return `select grouping(key) = 1 as whole, key, count(*)::int as decided, count(worked_seconds)::int as n,
      ${spread('worked_seconds')} as worked, ${spread('waited_seconds')} as waited,
      coalesce(sum(worked_seconds), 0)::float8 as worked_sum,
      count(*) filter (where outcome = 'breached' and worked_seconds is not null)::int as breached
    from (select f.${DIMENSION_COLUMNS[by]}::text as key, f.outcome, f.worked_seconds, f.waited_seconds ${decidedSql(selection, params)}) d
    group by grouping sets ((), (key))`;
}

/** Pauses in all, by reason and by group (`part`): working seconds, clocks, and what began in the last tenth. */
export function pausesSql(selection: Selection, params: Params): string {
  return `select case when grouping(reason) = 0 then 'reason' when grouping(group_id) = 0 then 'group' else 'whole' end as part,
      coalesce(reason, group_id) as key, coalesce(sum(seconds), 0)::float8 as seconds, count(distinct clock_id)::int as clocks,
      count(*) filter (where late)::int as late
    from (select f.clock_id, p->>2 as reason, p->>3 as group_id, (p->>4)::bigint as seconds, (p->>5)::boolean as late
          from (select f.clock_id, f.pauses ${stoppedSql(selection, params)} and f.pauses <> '[]'::jsonb) f, jsonb_array_elements(f.pauses) p) d
    group by grouping sets ((), (reason), (group_id)) order by seconds desc, key`;
}

/** Groups' stays: contract and wall time, and the contract time of the clocks that were breached. */
export function staysSql(selection: Selection, params: Params): string {
  return `select s->>0 as key, sum((s->>1)::bigint)::float8 as worked, sum((s->>2)::bigint)::float8 as waited, count(*)::int as clocks,
      coalesce(sum((s->>1)::bigint) filter (where f.outcome = 'breached'), 0)::float8 as breached_worked,
      count(*) filter (where f.outcome = 'breached')::int as breached_clocks
    from (select f.stays, f.outcome ${stoppedSql(selection, params)}) f, jsonb_array_elements(f.stays) s
    group by 1 order by 2 desc, 1`;
}

/** Clocks with a pause that began in the last tenth before the deadline, by what came of them. */
export function latePausesSql(selection: Selection, params: Params): string {
  return `select count(*)::int as clocks, count(*) filter (where f.outcome = 'breached')::int as breached,
      coalesce(sum((select count(*) from jsonb_array_elements(f.pauses) p where (p->>5)::boolean)), 0)::int as pauses
    ${decidedSql(selection, params)} and f.pauses <> '[]'::jsonb and f.pauses @> '[[true]]'::jsonb`;
}

/** Relaxations of response and resolution alike: how many, how much time they gave, who allowed them. */
export function relaxationsSql(selection: Selection, params: Params): string {
  return `select count(*)::int as count, count(distinct f.clock_id)::int as clocks, coalesce(sum((r->>1)::bigint), 0)::float8 as seconds,
      count(*) filter (where r->>3 = 'requester')::int as requester, count(*) filter (where r->>3 = 'second_person')::int as second_person,
      count(*) filter (where r->>3 is null)::int as nobody
    from (select f.clock_id, f.relaxations ${selectionSql('kpis.clock_fact', selection, params)} and f.outcome is not null and f.exclusion is null
            and f.relaxations <> '[]'::jsonb) f,
      jsonb_array_elements(f.relaxations) r`;
}
