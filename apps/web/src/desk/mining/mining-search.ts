/** Days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Which cases of a process are asked for. */
export interface Narrowed {
  serviceId?: string;
  institutionId?: string;
  groupId?: string;
  kind?: string;
}

/** What the address of the mining page says. */
export interface MiningSearch extends Narrowed {
  process?: string;
  log?: string;
  from?: string;
  to?: string;
  /** A second period beside the first. */
  besideFrom?: string;
  besideTo?: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const DAY = /^20\d\d-\d\d-\d\d$/;

export const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

export function readMiningSearch(raw: Record<string, unknown>): MiningSearch {
  const found: MiningSearch = {};
  for (const key of ['process', 'log', 'serviceId', 'institutionId', 'groupId'] as const) {
    const value = raw[key];
    if (typeof value === 'string' && UUID.test(value)) found[key] = value;
  }
  for (const key of ['from', 'to', 'besideFrom', 'besideTo'] as const) {
    const value = raw[key];
    if (typeof value === 'string' && isDay(value)) found[key] = value;
  }
  const kind = ['standard', 'normal', 'emergency'].find((one) => one === raw['kind']);
  return kind ? { ...found, kind } : found;
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days of equal number just before a period. */
export function periodBefore({ from, to }: Period): Period {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return { from: dayOf(first - (last - first) - DAY_MS), to: dayOf(first - DAY_MS) };
}
