import { type Evidence, holdsOn, type MonthCount, type ProcessRecord } from './process.js';

/** Records that three months must show, and the least share of them that conforms (DOMAIN 7.2). */
export const USAGE_LEAST = 30;
export const CONFORMANCE_LEAST = 0.9;
/** Months in a row for which usage, conformance and a metric must be there. */
export const MONTHS = 3;

export const CONDITION_KEYS = ['order', 'owner', 'usage', 'conformance', 'metric', 'verifier'] as const;

export type ConditionKey = (typeof CONDITION_KEYS)[number];

/** One of the six conditions of DOMAIN 7.2, with what it was decided from. */
export interface Condition {
  readonly key: ConditionKey;
  readonly met: boolean;
  /** By a document instead of by the desk: the process runs outside it. */
  readonly external: boolean;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

/** What the conditions are decided from. */
export interface Standing {
  readonly process: ProcessRecord;
  readonly evidence: readonly Evidence[];
  readonly ownerActive: boolean;
  /** The last three full months, the earliest first. */
  readonly months: readonly MonthCount[];
  /** Of each metric, the months (`YYYY-MM`) that were frozen. */
  readonly frozen: ReadonlyMap<string, readonly string[]>;
  /** `YYYY-MM-DD` in Riga. */
  readonly today: string;
}

/** The order that counts: the latest whole one that holds today. */
export function orderOf({ evidence, today }: Pick<Standing, 'evidence' | 'today'>): Evidence | undefined {
  return [...evidence]
    .filter((one) => one.kind === 'order' && isWholeOrder(one) && holdsOn(one, today))
    .sort((a, b) => b.addedAt - a.addedAt)[0];
}

/** An order is a file with its number, date and signatory (DOMAIN 7.2(a)). */
export function isWholeOrder({ orderNumber, orderDate, signatory, fileSha256 }: Evidence): boolean {
  return orderNumber !== null && orderDate !== null && signatory !== null && fileSha256 !== null;
}

/** DOMAIN 7.2: a process is implemented where all of these are met. Usage, conformance and metric are computed; nobody ticks them. */
export function conditionsOf(standing: Standing): Condition[] {
  const { process, ownerActive } = standing;
  const order = orderOf(standing);
  const said = (key: ConditionKey, met: boolean, facts: Condition['facts'] = {}): Condition => ({ key, met, external: false, facts });
  return [
    said('order', order !== undefined, {
      number: order?.orderNumber ?? null,
      date: order?.orderDate ?? null,
      signatory: order?.signatory ?? null,
    }),
    said('owner', process.ownerId !== null && ownerActive),
    ...computed(standing),
    said('verifier', order?.verifiedById != null && order.verifiedById !== process.ownerId),
  ];
}

function computed(standing: Standing): Condition[] {
  const outside = standing.evidence.find((one) => one.kind === 'external' && one.verifiedById !== null && holdsOn(one, standing.today));
  const runsOutside = standing.process.lifecycle === null;
  if (runsOutside) {
    const met = outside !== undefined && outside.verifiedById !== standing.process.ownerId;
    const named = outside ?? expired(standing);
    const facts = { document: named?.document ?? null, date: named?.validTo ?? null };
    return (['usage', 'conformance', 'metric'] as const).map((key) => ({ key, met, external: true, facts }));
  }
  return [usage(standing), conformance(standing), metric(standing)];
}

/** The document that held last: what is missing is a new one. */
function expired({ evidence, today }: Standing): Evidence | undefined {
  const over = evidence.filter((one) => one.kind === 'external' && one.withdrawnAt === null && one.validTo !== null && one.validTo < today);
  return [...over].sort((a, b) => b.validTo!.localeCompare(a.validTo!))[0];
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);

function usage({ process, months }: Standing): Condition {
  const live = months.map((month) => month.live);
  const total = sum(live);
  const small = process.lowVolumeReason !== null;
  const met = months.length === MONTHS && (small ? live.every((count) => count >= 1) : total >= USAGE_LEAST);
  return { key: 'usage', met, external: false, facts: { total, least: small ? MONTHS : USAGE_LEAST, small: small ? 1 : 0 } };
}

function conformance({ months }: Standing): Condition {
  const [judged, conforming] = [sum(months.map((month) => month.judged)), sum(months.map((month) => month.conforming))];
  // Compared as whole numbers: a share of exactly nine tenths is enough, whatever floating point makes of it.
  const met = judged > 0 && conforming * 10 >= judged * CONFORMANCE_LEAST * 10;
  return { key: 'conformance', met, external: false, facts: { judged, conforming } };
}

/** Three months in a row, of which the last is the last full month or the one before: a month is frozen some days after it has ended. */
function metric({ process, frozen, months }: Standing): Condition {
  const last = months.at(-1)?.month;
  const runs = process.metrics.map((code) => ({ code, count: last === undefined ? 0 : runUpTo(new Set(frozen.get(code)), last) }));
  const best = runs.reduce((most, one) => (one.count > most.count ? one : most), { code: '', count: 0 });
  return {
    key: 'metric',
    met: best.count >= MONTHS,
    external: false,
    facts: { code: best.code || null, months: best.count, least: MONTHS },
  };
}

function runUpTo(frozen: ReadonlySet<string>, last: string): number {
  let month = frozen.has(last) ? last : monthBefore(last);
  let count = 0;
  for (; frozen.has(month) && count < MONTHS; month = monthBefore(month)) count += 1;
  return count;
}

/** The month (`YYYY-MM`) before. */
export function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** Conditions that suspend at once where they cease to hold, and those that lapse at the end of a month (DOMAIN 3.7). */
export const AT_ONCE: readonly ConditionKey[] = ['order', 'owner', 'verifier'];
export const AT_MONTH_END: readonly ConditionKey[] = ['usage', 'conformance', 'metric'];
