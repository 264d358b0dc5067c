import { browserNow } from '../../shared/format/browser-clock';
import { inRiga, type Month } from '../../shared/format/riga-time';
import type { DeskTexts } from '../texts';

/** The first month that an imported log can bring figures for. */
export const FIRST_YEAR = 2016;

/** `2026-11`: the current month in Riga. */
export const currentMonth = (): string => inRiga(browserNow()).date.slice(0, 7);

/** The month so many months away. */
export function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

const monthOf = (month: string): Month => Number(month.slice(5)) as Month;

/** `2026. gada novembris`, `November 2026`. */
export function monthName(month: string, { t }: DeskTexts): string {
  return t('reports.monthName', { year: month.slice(0, 4), month: t(`month.name.${monthOf(month)}`) });
}

/** `nov. 26` on the axis of a chart. */
export function shortMonth(month: string, { t }: DeskTexts): string {
  return t('reports.monthShort', { month: t(`month.name.${monthOf(month)}`).slice(0, 3), year: month.slice(2, 4) });
}
