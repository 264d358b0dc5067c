/** Processes that the strategy wants implemented at the end of each year (S0, DOMAIN 5 KPI-03); later years keep the last. */
const TARGETS: readonly (readonly [year: number, count: number])[] = [
  [2019, 1],
  [2020, 2],
  [2021, 3],
  [2022, 5],
];

/** The target of KPI-03 for a year; null before the first. */
export function countTarget(year: number): number | null {
  return TARGETS.findLast(([from]) => from <= year)?.[1] ?? null;
}
