import type { Scope } from '#identity';
import type { Params } from '#tickets';
import { scopeSql } from './satisfaction-scope.js';

/** Which effective ratings: of user support, in whole months, within a scope. */
export interface RatedSelection {
  /** `2026-11`. */
  readonly months: readonly string[];
  readonly scope: Scope;
  readonly userSupportGroupIds: readonly string[];
}

/**
 * `from ... where ...` over the effective ratings that KPI-02 counts (`f`), as they stand now, with the rating itself (`r`). What a number
 * counts and what its list shows are both made from this; `joined` adds what a list shows beside it.
 */
export function ratedSql({ months, scope, userSupportGroupIds }: RatedSelection, params: Params, joined = ''): string {
  return `from kpis.rating_fact f join ratings.rating r on r.id = f.rating_id ${joined}
    where f.edition = 0 and f.month = any(${params.add(months.map((month) => `${month}-01`))}::date[])
      and f.group_id = any(${params.add(userSupportGroupIds)}::uuid[]) and ${scopeSql(scope, params)}`;
}

/**
 * All promises to the requester kept: the resolution within its time, and no response or resolution late. Tickets without a decided clock are
 * neither kept nor broken.
 */
export const KEPT = `(exists (select 1 from kpis.clock_fact c where c.edition = 0 and c.ticket_id = f.ticket_id and c.kind = 'resolution' and c.outcome = 'met'
      and c.exclusion is null)
    and not exists (select 1 from kpis.clock_fact c where c.edition = 0 and c.ticket_id = f.ticket_id and c.kind in ('response', 'resolution')
      and c.outcome = 'breached' and c.exclusion is null))`;

export const BROKEN = `exists (select 1 from kpis.clock_fact c where c.edition = 0 and c.ticket_id = f.ticket_id and c.kind in ('response', 'resolution')
    and c.outcome = 'breached' and c.exclusion is null)`;
