import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { figureOf, formatInstant, type Instant } from '#kernel';
import { Database, type Queryable } from '#platform';
import { onlyOwner } from '../domain/recommendation-access.js';
import { inTimeTarget } from '../domain/recommendation.js';
import type { RecommendationFiguresResponse } from '../http/responses/recommendation.response.js';
import { DUE_BASES, type DueBasis, dueColumn, outcomeSql } from './recommendation-sql.js';

interface YearCounts {
  readonly year: number;
  readonly inTime: number;
  readonly due: number;
  readonly notDueYet: number;
  /** Of those that are not in time: reported, but nobody has verified it. */
  readonly unverified: number;
}

/** KPI-14: audit recommendations that were due in a year, and implemented by their due. */
@Injectable()
export class RecommendationFigures {
  constructor(private readonly database: Database) {}

  /** Year by year, judged as of a day (`YYYY-MM-DD`); nothing for whoever reads his own recommendations alone. */
  async read(actor: Actor, on: string | undefined): Promise<RecommendationFiguresResponse> {
    const [now] = await this.database.query<{ at: Instant; day: string }>(
      `select now() as at, (now() at time zone 'Europe/Riga')::date as day`,
    );
    const answer = { on: on ?? now!.day, dataAt: formatInstant(now!.at) };
    if (onlyOwner(actor) !== undefined) return { ...answer, items: [] };
    const [counted, strict] = await Promise.all(DUE_BASES.map((basis) => this.counts(this.database, basis, on)));
    const years = [...new Set([...counted!, ...strict!].map(({ year }) => year))].sort((a, b) => a - b);
    const items = years.map((year) => {
      const target = inTimeTarget(year);
      const [one, exact] = [counted, strict].map((all) => all!.find((row) => row.year === year) ?? nothing(year));
      const figure = ({ inTime, due }: YearCounts) =>
        figureOf({ numerator: inTime, denominator: due, extra: {} }, 'counts', target, 'higher');
      return {
        ...{ year, target, notDueYet: one!.notDueYet, unverified: one!.unverified },
        figure: figure(one!),
        strict: figure(exact!),
      };
    });
    return { ...answer, items };
  }

  /** Counts of each year, or of one. */
  counts(on: Queryable, basis: DueBasis, day: string | undefined, year?: number): Promise<YearCounts[]> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const at = day === undefined ? undefined : add(day);
    const due = dueColumn(basis);
    const [inTime, not, later] = (['in_time', 'not_in_time', 'not_due_yet'] as const).map((one) => outcomeSql(one, basis, at));
    const within =
      year === undefined ? 'true' : `${due} between make_date(${add(year)}::int, 1, 1) and make_date(${add(year)}::int, 12, 31)`;
    return on.query<YearCounts>(
      `select extract(year from ${due})::int as year, count(*) filter (where ${inTime})::int as "inTime",
         count(*) filter (where not (${later}))::int as due, count(*) filter (where ${later})::int as "notDueYet",
         count(*) filter (where ${not} and r.state = 'reported')::int as unverified
       from processes.recommendation r where r.state <> 'withdrawn' and ${within} group by 1 order by 1`,
      values,
    );
  }
}

const nothing = (year: number): YearCounts => ({ year, inTime: 0, due: 0, notDueYet: 0, unverified: 0 });
