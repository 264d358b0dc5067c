const TARGETS: readonly (readonly [year: number, percent: number])[] = [
  [2020, 70],
  [2021, 100],
];

/** The target of KPI-13 for a year, in percent (S0, DOMAIN 5); later years keep the last, null before the first. */
export function coverageTarget(year: number): number | null {
  return TARGETS.findLast(([from]) => from <= year)?.[1] ?? null;
}

/** The fleet of 1 January 2020, from which the strategy wants it to shrink by 5, 10 and 15 % (not compounding). */
const FLEET_BASE = 20_300;
const FLEET_LESS: readonly (readonly [year: number, percent: number])[] = [
  [2020, 5],
  [2021, 10],
  [2022, 15],
];

/** The most items that KPI-12 wants in the fleet at the end of a year; later years keep the last, null before the first. */
export function fleetTarget(year: number): number | null {
  const less = FLEET_LESS.findLast(([from]) => from <= year)?.[1];
  return less === undefined ? null : Math.floor((FLEET_BASE * (100 - less)) / 100);
}
