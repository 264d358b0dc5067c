/** Reports that should be available in the BI platform at the end of a year (DOMAIN 5, KPI-15; S0 p. 9). */
const TARGETS: Readonly<Record<number, number>> = { 2020: 10, 2021: 30, 2022: 50 };

const LAST = Math.max(...Object.keys(TARGETS).map(Number));

/** The target of a year; the last one holds on. Null for years before the first. */
export function availableTarget(year: number): number | null {
  return TARGETS[Math.min(year, LAST)] ?? null;
}
