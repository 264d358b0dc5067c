import { currentMonth, shifted } from '../reports/months';

/** Periods that are offered; `own` is typed. */
export const PRESETS = ['last', 'three', 'six', 'year', 'own'] as const;

export type Preset = (typeof PRESETS)[number];

export interface Period {
  readonly from: string;
  readonly to: string;
}

const MONTHS: Record<Exclude<Preset, 'own'>, number> = { last: 1, three: 3, six: 6, year: 12 };

/** Whole months before the current one. */
export function presetPeriod(preset: Exclude<Preset, 'own'>): Period {
  const to = shifted(currentMonth(), -1);
  return { from: shifted(to, 1 - MONTHS[preset]), to };
}

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** Can the period be asked for? */
export const isPeriod = ({ from, to }: Period): boolean => MONTH.test(from) && MONTH.test(to) && from <= to;
