import { Params } from '#tickets';
import { isCalendarPart } from '../../domain/kpi.js';
import { monthDate } from '../../domain/month.js';
import { type Breakdown, type Indicator, keyOf } from '../indicator.js';
import { openAt } from '../open-at.js';
import { partSql, type Selection } from '../selection.js';
import { lengthsTally, NO_LENGTHS } from './times.js';

interface AgeRow {
  readonly key: string;
  readonly n: number;
  readonly lengths: [number, number] | null;
  readonly mean: number | null;
  readonly to2: number;
  readonly to7: number;
  readonly to30: number;
  readonly more: number;
}

/** Calendar days of Riga from the submission to the moment (`m`); the end of a day belongs to that day. */
const AGE = `((m.at - interval '1 microsecond') at time zone 'Europe/Riga')::date - (f.submitted_at at time zone 'Europe/Riga')::date`;

/**
 * KPI-07 (DOMAIN 5): what was open at the end of the period, or is open now, and how old it was in calendar days. By day and by month: at the
 * end of each. A frozen month is read from its edition.
 */
export const backlogIndicator: Indicator = {
  none: { numerator: 0, denominator: 0, extra: bands(undefined), spread: NO_LENGTHS },
  async tally(on, selection, by) {
    const params = new Params();
    const key = by !== null && isCalendarPart(by) ? 'm.key' : keyOf(by, 'submitted_at');
    const rows = await on.query<AgeRow>(
      `select key, count(*)::int as n, percentile_cont(array[0.5, 0.9]) within group (order by age) as lengths, avg(age)::float8 as mean,
         count(*) filter (where age <= 2)::int as to2, count(*) filter (where age between 3 and 7)::int as to7,
         count(*) filter (where age between 8 and 30)::int as to30, count(*) filter (where age > 30)::int as more
       from (select ${key} as key, ${AGE} as age ${openSql(selection, by, params)}) a group by key`,
      params.values,
    );
    return rows.map((row) => lengthsTally(row, bands(row)));
  },
  rows: {
    columns: `f.priority, ${AGE} as days`,
    from: (selection, params) => {
      const { cell } = selection;
      return cell?.by === 'day'
        ? `${openSql(selection, 'day', params)} and m.key = ${params.add(cell.key)}`
        : openSql(selection, null, params);
    },
    // The oldest first: those are what somebody looks for in a backlog.
    order: 'asc',
  },
};

function bands(row: AgeRow | undefined): Record<'days0to2' | 'days3to7' | 'days8to30' | 'over30', number> {
  return { days0to2: row?.to2 ?? 0, days3to7: row?.to7 ?? 0, days8to30: row?.to30 ?? 0, over30: row?.more ?? 0 };
}

/** `from ... where ...`: the stretches (`f`) that were open at the moments (`m`) of a layout; the last month of a period speaks for it. */
function openSql(selection: Selection, by: Breakdown, params: Params): string {
  const months = `unnest(${params.add(selection.months.map(monthDate))}::date[])`;
  const [step, format] = by === 'day' ? ['1 day', 'YYYY-MM-DD'] : ['1 month', 'YYYY-MM'];
  const begun = `from ${months} n(month), generate_series(n.month::timestamp, n.month + interval '1 month' - interval '1 day', interval '${step}') d
      where d at time zone 'Europe/Riga' <= now()`;
  const moments = `select to_char(d, '${format}') as key, least((d + interval '${step}') at time zone 'Europe/Riga', now()) as at,
      ${editionSql(selection, params)} as edition ${begun}`;
  // The offset keeps the moments from being worked out again for every stretch.
  const only = by !== null && isCalendarPart(by) ? 'offset 0' : 'order by d desc limit 1';
  const where = [openAt('m.at'), ...partSql(selection, params)];
  return `from (${moments} ${only}) m join kpis.open_fact f on f.edition = m.edition where ${where.join(' and ')}`;
}

/** A certain edition, or the latest of each month, or the living facts. */
function editionSql({ code, edition }: Selection, params: Params): string {
  if (edition !== undefined) return `${params.add(edition)}::int`;
  return `coalesce((select max(id) from kpis.edition where code = ${params.add(code)} and month = n.month), 0)`;
}
