import { Injectable } from '@nestjs/common';
import { type Instant, instant } from '#kernel';
import { Database, ts } from '#platform';
import { Params } from '#tickets';
import { dateOf, type LoadDay } from '../domain/load-days.js';
import { hourStart } from '../domain/load-fact.js';
import type { LoadLayout } from './load-cells.js';
import { type LoadPart, loadPartSql } from './load-part.js';
import { openAt } from './open-at.js';

/** Open tickets by their age in calendar days of Riga (KPI-07). */
export interface AgeBands {
  readonly n: number;
  readonly days0to2: number;
  readonly days3to7: number;
  readonly days8to30: number;
  readonly over30: number;
}

export interface Ages extends AgeBands {
  /** In days; null of fewer than five. */
  readonly median: number | null;
  /** Null of fewer than ten. */
  readonly p90: number | null;
}

export interface KeyedAges extends Ages {
  readonly layout: LoadLayout | null;
  readonly key: string | null;
}

export type AgeBand = 'days0to2' | 'days3to7' | 'days8to30' | 'over30';

/** From and to which age a band goes. */
export const BANDS: Readonly<Record<AgeBand, readonly [from: number, to: number | null]>> = {
  days0to2: [0, 2],
  days3to7: [3, 7],
  days8to30: [8, 30],
  over30: [31, null],
};

const MEDIAN_MIN = 5;
const P90_MIN = 10;
/** Days up to which every one of them is a moment; beyond, every seventh. */
const DAILY_MAX = 35;
const WEEK = 7;

/** The condition for an age (a column of days) to be in a band. */
export function inBand(band: AgeBand, age: string): string {
  const [from, to] = BANDS[band];
  return to === null ? `${age} >= ${from}` : `${age} between ${from} and ${to}`;
}

/** The age of a stretch (`f`) on a date of Riga. */
export function ageOn(date: string): string {
  return `(${date}::date - (f.submitted_at at time zone 'Europe/Riga')::date)`;
}

/** `from ... where ...`: the stretches (`f`) that were open at an instant. */
export function openAtSql(part: LoadPart, at: Instant, params: Params): string {
  const moment = `${params.add(ts(at))}::timestamptz`;
  const where = ['f.edition = 0', openAt(moment), ...loadPartSql(part, params)];
  return `from kpis.open_fact f where ${where.join(' and ')}`;
}

/** The date to which an instant at its end belongs. */
export function dateEnding(at: Instant): string {
  return dateOf(instant(at - 1));
}

/** The end of a day, or now where it is not over. */
export function endOf({ first, clock }: LoadDay, now: Instant): Instant {
  return instant(Math.min(hourStart(first + clock.length), now));
}

const bandSums = (count: string): string =>
  Object.keys(BANDS)
    .map((band) => `coalesce(${count} filter (where ${inBand(band as AgeBand, 'age')}), 0)::int as ${band}`)
    .join(', ');

/** How old what is open is: at one moment by whom it concerns, and over some days. */
@Injectable()
export class BacklogAges {
  constructor(private readonly database: Database) {}

  /** The whole, then each institution, service and group that had anything open. */
  async at(part: LoadPart, at: Instant): Promise<KeyedAges[]> {
    const params = new Params();
    const age = ageOn(params.add(dateEnding(at)));
    const rows = await this.database.query<KeyedAges & { lengths: [number, number] | null }>(
      `select case when grouping(institution_id) = 0 then 'institution' when grouping(service_id) = 0 then 'service'
           when grouping(group_id) = 0 then 'group' end as layout,
         coalesce(institution_id, service_id, group_id)::text as key, count(*)::int as n, ${bandSums('count(*)')},
         percentile_cont(array[0.5, 0.9]) within group (order by age) as lengths
       from (select f.institution_id, f.service_id, f.group_id, ${age} as age ${openAtSql(part, at, params)}) a
       group by grouping sets ((), (institution_id), (service_id), (group_id))`,
      params.values,
    );
    return rows.map(({ lengths, ...row }) => ({
      ...row,
      median: row.n < MEDIAN_MIN ? null : (lengths?.[0] ?? null),
      p90: row.n < P90_MIN ? null : (lengths?.[1] ?? null),
    }));
  }

  /** At the end of each day, or of every seventh back from the last where there are many; the last may be now. */
  async over(part: LoadPart, days: readonly LoadDay[], now: Instant): Promise<(AgeBands & { readonly date: string })[]> {
    const begun = days.filter(({ first }) => hourStart(first) < now);
    const step = begun.length > DAILY_MAX ? WEEK : 1;
    const moments = begun.filter((_, at) => (begun.length - 1 - at) % step === 0).map((day) => ({ date: day.date, at: endOf(day, now) }));
    if (moments.length === 0) return [];
    const params = new Params();
    const rows = await this.database.query<AgeBands & { date: string }>(overSql(part, moments, params), params.values);
    return rows;
  }
}

/** Stretches that were open at the same moments and are of the same day are counted first, so that few rows are spread over the moments. */
function overSql(part: LoadPart, moments: readonly { readonly date: string; readonly at: Instant }[], params: Params): string {
  const instants = `${params.add(moments.map(({ at }) => ts(at)))}::timestamptz[]`;
  const dates = `${params.add(moments.map(({ date }) => date))}::date[]`;
  const [first, last] = [params.add(ts(moments[0]!.at)), params.add(ts(moments.at(-1)!.at))];
  const where = [
    'f.edition = 0',
    `f.from_at < ${last}::timestamptz`,
    `(f.to_at is null or f.to_at >= ${first}::timestamptz)`,
    ...loadPartSql(part, params),
  ];
  return `with stretch as (
      select width_bucket(f.from_at, ${instants}) + 1 as begun, coalesce(width_bucket(f.to_at, ${instants}), ${moments.length}) as ended,
        (f.submitted_at at time zone 'Europe/Riga')::date as day
      from kpis.open_fact f where ${where.join(' and ')}
    ), counted as (select begun, ended, day, count(*) as n from stretch where begun <= ended group by begun, ended, day)
    select m.date::text as date, coalesce(sum(n), 0)::int as n, ${bandSums('sum(n)')}
    from unnest(${dates}) with ordinality m(date, place)
    left join lateral (select n, m.date - day as age from counted where m.place between begun and ended) a on true
    group by m.date order by m.date`;
}
