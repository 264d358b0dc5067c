import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { percent, type Status } from '#kernel';
import { Texts } from '#platform';
import type { IndicatorUnit } from '../domain/indicator-source.js';
import type { NumericIndicator } from '../domain/scorecard.js';
import type { IndicatorYear, ScorecardRow } from './scorecard-years.js';

interface Judged {
  readonly indicator: NumericIndicator;
  readonly value: number;
  readonly target: number;
  readonly status: Status;
  /** How far beyond the target, in parts of it; negative short of it. */
  readonly ahead: number;
}

/** What a scorecard says, in three sentences: how many are reached, which stands best, which lacks most. */
@Injectable()
export class ScorecardWords {
  constructor(private readonly texts: Texts) {}

  conclusion(locale: Locale, rows: readonly ScorecardRow[], frozen: boolean): string[] {
    const say = (key: string, params: object): string => this.texts.say(locale, `processes.scorecard.${key}`, { ...params });
    const now = rows.map(({ indicator, years }) => ({ indicator, year: years.at(-1)! }));
    const count = (...statuses: (Status | null)[]): number => now.filter(({ year }) => statuses.includes(year.status)).length;
    const counts = say('counts', {
      ...{ count: rows.length, reached: count('reached', 'safely_reached'), safe: count('safely_reached') },
      ...{ near: count('not_reached_within_error'), missed: count('not_reached'), open: count(null) },
    });
    const judged = now.flatMap(({ indicator, year }) => judge(indicator, year)).sort((a, b) => b.ahead - a.ahead);
    const part = ({ indicator, value, target }: Judged): object => ({
      name: indicator.name[locale],
      value: written(locale, value, indicator.unit),
      target: `${indicator.better === 'lower' ? '≤ ' : ''}${written(locale, target, indicator.unit)}`,
    });
    const [best, worst] = [judged.find(isReached), judged.findLast((one) => !isReached(one))];
    return [
      frozen ? counts : say('so-far', { counts: counts.charAt(0).toLowerCase() + counts.slice(1) }),
      ...(best ? [say('best', { ...part(best) })] : []),
      ...(worst ? [say(worst.status === 'not_reached' ? 'worst' : 'near', { ...part(worst) })] : lateOf(rows, locale, say)),
    ];
  }
}

/** A milestone that was not reached, where no figure lacks anything. */
function lateOf(rows: readonly ScorecardRow[], locale: Locale, say: (key: string, params: object) => string): string[] {
  for (const { indicator, years } of rows)
    if (indicator.kind === 'milestone' && years.at(-1)!.status === 'not_reached')
      return [say('late', { name: indicator.name[locale], year: indicator.dueYear })];
  return [];
}

function isReached({ status }: Judged): boolean {
  return status === 'reached' || status === 'safely_reached';
}

function judge(indicator: ScorecardRow['indicator'], { value, target, status }: IndicatorYear): Judged[] {
  if (indicator.kind === 'milestone' || !value || value.value === null || target === null || status === null) return [];
  const more = indicator.better === 'higher' ? value.value - target : target - value.value;
  return [{ indicator, status, target, value: value.value, ahead: target === 0 ? more : more / target }];
}

/** A value as it is printed: a share with one decimal half up, a count as it is. */
export function printed(value: number, unit: IndicatorUnit): number {
  return unit === 'percent' ? percent(value / 100) : Math.round(value * 10) / 10;
}

function written(locale: Locale, value: number, unit: IndicatorUnit): string {
  const number = new Intl.NumberFormat(locale === 'lv' ? 'lv-LV' : 'en-GB', { maximumFractionDigits: 1 }).format(printed(value, unit));
  if (unit !== 'percent') return number;
  return `${number}${locale === 'lv' ? '\u00a0%' : '%'}`;
}
