import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database } from '#platform';
import { Params } from '#tickets';
import type { LoadDay } from '../domain/load-days.js';
import { hourOf, LOAD_KINDS } from '../domain/load-fact.js';
import type { LoadByHour, LoadCounts } from '../domain/load-heat.js';
import { loadCellsSql, type LoadPart } from './load-part.js';

export const LOAD_PARTS = ['institution', 'service', 'group'] as const;

/** What the load may be laid out by, beside the hours. */
export type LoadLayout = (typeof LOAD_PARTS)[number];

/** What came and went in some days: by the hour, and by whom it concerned. */
export interface LoadSums {
  readonly byHour: LoadByHour;
  readonly parts: Readonly<Record<LoadLayout, readonly (LoadCounts & { readonly key: string })[]>>;
}

export interface GroupArrivals {
  readonly hour: number;
  readonly groupId: string;
  readonly arrived: number;
}

interface Row extends LoadCounts {
  readonly layout: 'hour' | LoadLayout;
  readonly hour: number | null;
  readonly key: string | null;
}

const SUMS = LOAD_KINDS.map((kind) => `sum(f.${kind})::int as ${kind}`).join(', ');

/** The cells of the load, read once for everything that is shown of it. */
@Injectable()
export class LoadCells {
  constructor(private readonly database: Database) {}

  async byHour(part: LoadPart, days: readonly LoadDay[]): Promise<LoadByHour> {
    const params = new Params();
    const rows = await this.database.query<LoadCounts & { hour: number }>(
      `select f.hour, ${SUMS} ${loadCellsSql(part, days, params)} group by f.hour`,
      params.values,
    );
    return new Map(rows.map(({ hour, ...counts }) => [hour, counts]));
  }

  /** The days since the first ticket ever came: those before it would thin out every mean. All of them where none of them is. */
  async since(days: readonly LoadDay[]): Promise<readonly LoadDay[]> {
    const [row] = await this.database.query<{ at: Instant | null }>(
      `select min(at) as at from kpis.load_fact where edition = 0 and kind = 'arrived'`,
    );
    const known =
      row?.at == null
        ? []
        : days.slice(
            Math.max(
              0,
              days.findIndex(({ first, clock }) => first + clock.length > hourOf(row.at!)),
            ),
          );
    return known.length > 0 ? known : days;
  }

  /** What arrived in each hour with each group. */
  async arrivals(part: LoadPart, days: readonly LoadDay[]): Promise<GroupArrivals[]> {
    const params = new Params();
    return this.database.query<GroupArrivals>(
      `select f.hour, f.group_id as "groupId", sum(f.arrived)::int as arrived ${loadCellsSql(part, days, params)} and f.arrived > 0 group by 1, 2`,
      params.values,
    );
  }

  async sums(part: LoadPart, days: readonly LoadDay[]): Promise<LoadSums> {
    const params = new Params();
    const rows = await this.database.query<Row>(
      `select case when grouping(f.hour) = 0 then 'hour' when grouping(f.institution_id) = 0 then 'institution'
           when grouping(f.service_id) = 0 then 'service' else 'group' end as layout,
         f.hour, coalesce(f.institution_id, f.service_id, f.group_id)::text as key, ${SUMS}
       ${loadCellsSql(part, days, params)} group by grouping sets ((f.hour), (f.institution_id), (f.service_id), (f.group_id))`,
      params.values,
    );
    const of = (layout: LoadLayout): (LoadCounts & { key: string })[] =>
      rows.filter((row) => row.layout === layout).map(({ key, ...row }) => ({ key: key!, ...countsOf(row) }));
    return {
      byHour: new Map(rows.filter(({ layout }) => layout === 'hour').map((row) => [row.hour!, countsOf(row)])),
      parts: { institution: of('institution'), service: of('service'), group: of('group') },
    };
  }
}

function countsOf({ arrived, reopened, resolved, cancelled }: LoadCounts): LoadCounts {
  return { arrived, reopened, resolved, cancelled };
}
