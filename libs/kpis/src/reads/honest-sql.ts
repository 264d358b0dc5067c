import { Params } from '#tickets';
import { type Selection, selectionSql } from './selection.js';

/** The resolutions that were decided in the month: what the honest view looks at. */
export function decidedSql(selection: Selection, params: Params): string {
  return `${selectionSql('kpis.clock_fact', selection, params)} and f.outcome is not null and f.exclusion is null and f.kind = 'resolution'`;
}

/** Those of them that have come to their stop, so that their time is known. */
export function stoppedSql(selection: Selection, params: Params): string {
  return `${decidedSql(selection, params)} and f.worked_seconds is not null`;
}

/** Median and ninetieth percentile of both lengths, each from the very rows: never of other medians. */
export const TIMES = `count(*)::int as decided, count(f.worked_seconds)::int as n,
  percentile_cont(array[0.5, 0.9]) within group (order by f.worked_seconds) filter (where f.worked_seconds is not null) as worked,
  percentile_cont(array[0.5, 0.9]) within group (order by f.waited_seconds) filter (where f.worked_seconds is not null) as waited`;

/** Pauses by their part (2: the reason, 3: the group): working seconds, clocks, and what began in the last tenth. */
export function pausesSql(selection: Selection, part: 2 | 3, params: Params): string {
  return `select p->>${part} as key, sum((p->>4)::bigint)::float8 as seconds, count(distinct f.clock_id)::int as clocks,
      count(*) filter (where (p->>5)::boolean)::int as late
    from (select f.clock_id, f.pauses ${stoppedSql(selection, params)}) f, jsonb_array_elements(f.pauses) p
    where p->>${part} is not null group by 1 order by 2 desc, 1`;
}

/** Groups' stays: contract and wall time, and the contract time of the clocks that were breached. */
export function staysSql(selection: Selection, params: Params): string {
  return `select s->>0 as key, sum((s->>1)::bigint)::float8 as worked, sum((s->>2)::bigint)::float8 as waited, count(*)::int as clocks,
      coalesce(sum((s->>1)::bigint) filter (where f.outcome = 'breached'), 0)::float8 as breached_worked,
      count(*) filter (where f.outcome = 'breached')::int as breached_clocks
    from (select f.stays, f.outcome ${stoppedSql(selection, params)}) f, jsonb_array_elements(f.stays) s
    group by 1 order by 2 desc, 1`;
}

/** The sums that shares are taken of, and how the clocks with a late pause ended. */
export function sumsSql(selection: Selection, params: Params): string {
  return `select coalesce(sum(f.worked_seconds), 0)::float8 as worked, coalesce(sum(f.waited_seconds), 0)::float8 as waited,
      coalesce(sum((select sum((p->>4)::bigint) from jsonb_array_elements(f.pauses) p)), 0)::float8 as paused,
      count(*)::int as n, count(*) filter (where f.outcome = 'breached')::int as breached,
      count(*) filter (where f.pauses <> '[]'::jsonb)::int as paused_clocks
    ${stoppedSql(selection, params)}`;
}

/** Clocks with a pause that began in the last tenth before the deadline, by what came of them. */
export function latePausesSql(selection: Selection, params: Params): string {
  return `select count(*)::int as clocks, count(*) filter (where f.outcome = 'breached')::int as breached,
      coalesce(sum((select count(*) from jsonb_array_elements(f.pauses) p where (p->>5)::boolean)), 0)::int as pauses
    ${decidedSql(selection, params)} and f.pauses @> '[[true]]'::jsonb`;
}

/** Relaxations of response and resolution alike: how many, how much time they gave, who allowed them. */
export function relaxationsSql(selection: Selection, params: Params): string {
  return `select count(*)::int as count, count(distinct f.clock_id)::int as clocks, coalesce(sum((r->>1)::bigint), 0)::float8 as seconds,
      count(*) filter (where r->>3 = 'requester')::int as requester, count(*) filter (where r->>3 = 'second_person')::int as second_person,
      count(*) filter (where r->>3 is null)::int as nobody
    from (select f.clock_id, f.relaxations ${selectionSql('kpis.clock_fact', selection, params)} and f.outcome is not null and f.exclusion is null) f,
      jsonb_array_elements(f.relaxations) r`;
}
