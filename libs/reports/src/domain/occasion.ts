import type { Instant } from '#kernel';
import type { Month } from '#kpis';
import type { Cadence } from './report.js';

/** For what a report is made. */
type PeriodKind = 'month' | 'year' | 'now';

/** A time at which a report is due. */
export interface Occasion {
  /** `2026-10`, `2026` or the Monday of a week, `week-2026-11-16`: one delivery to each reader. */
  readonly key: string;
  readonly dueAt: Instant;
  /** For which period; null where the report tells of the moment. */
  readonly period: string | null;
}

/** When something of the calendar happens; asked of the working calendar, so that nothing is mailed on a holiday. */
export interface OccasionRules {
  readonly thisMonth: Month;
  readonly monthsAfter: (month: Month, count: number) => Month;
  /** The first working hour after the freeze of a month is over. */
  readonly afterFreeze: (month: Month) => Instant;
  /** The Monday of this week in Riga (`YYYY-MM-DD`), and the end of the week's first working hour. */
  readonly week: { readonly monday: string; readonly dueAt: Instant };
}

/** How often a report can be delivered: what holds opinions only once its period is frozen, a year's report once a year. */
export function cadencesOf(builder: { readonly period: PeriodKind; readonly opinions: boolean } | undefined): readonly Cadence[] {
  if (!builder) return ['none'];
  if (builder.period === 'year') return ['none', 'yearly'];
  if (builder.period === 'now') return ['none', 'weekly', 'monthly', 'yearly'];
  return builder.opinions ? ['none', 'monthly'] : ['none', 'weekly', 'monthly'];
}

/**
 * The latest occasion that has come: a month's report in the first working hour after the month was frozen, a year's after its December, a
 * week's in the first working hour of the week, about the month that goes on. Undefined where none is.
 */
export function latestOccasion(cadence: Cadence, kind: PeriodKind, now: Instant, rules: OccasionRules): Occasion | undefined {
  if (cadence === 'none') return undefined;
  const about = (period: string): string | null => (kind === 'now' ? null : period);
  if (cadence === 'weekly') {
    const { monday, dueAt } = rules.week;
    return dueAt <= now ? { key: `week-${monday}`, dueAt, period: about(rules.thisMonth) } : undefined;
  }
  const year = Number(rules.thisMonth.slice(0, 4));
  const [latest, before]: [Month, Month] =
    cadence === 'monthly'
      ? [rules.monthsAfter(rules.thisMonth, -1), rules.monthsAfter(rules.thisMonth, -2)]
      : [`${year - 1}-12`, `${year - 2}-12`];
  const month = rules.afterFreeze(latest) <= now ? latest : before;
  const key = cadence === 'monthly' ? month : month.slice(0, 4);
  return { key, dueAt: rules.afterFreeze(month), period: about(key) };
}
