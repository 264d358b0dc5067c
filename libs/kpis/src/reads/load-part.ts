import type { Params } from '#tickets';
import type { FigureScope } from '../domain/figure-scope.js';
import type { LoadDay } from '../domain/load-days.js';
import { monthsOf } from '../domain/load-days.js';
import { monthDate } from '../domain/month.js';
import { partSql } from './selection.js';

/** Whose load: what somebody may see, and what of it he asks for. */
export interface LoadPart {
  readonly scope: FigureScope;
  readonly institutionId?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly groupId?: string | undefined;
}

/** The conditions of a part on rows (`f`) that have the three dimensions. */
export function loadPartSql({ scope, institutionId, serviceId, groupId }: LoadPart, params: Params): string[] {
  const asked = { institution_id: institutionId, service_id: serviceId, group_id: groupId };
  return [
    ...partSql({ code: 'KPI-07', months: [], scope, userSupportGroupIds: [] }, params),
    ...Object.entries(asked).flatMap(([column, id]) => (id ? [`f.${column} = ${params.add(id)}::uuid`] : [])),
  ];
}

/** `from ... where ...`: the hours of some days. */
export function loadCellsSql(part: LoadPart, days: readonly LoadDay[], params: Params): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  const where = [
    'f.edition = 0',
    `f.month = any(${params.add(monthsOf(days).map(monthDate))}::date[])`,
    `f.hour >= ${params.add(first.first)}::int`,
    `f.hour < ${params.add(last.first + last.clock.length)}::int`,
    ...loadPartSql(part, params),
  ];
  return `from kpis.load_cell f where ${where.join(' and ')}`;
}
