import { type Instant, instant, MICROS_PER_SECOND } from '#kernel';
import { AT_MONTH_END, AT_ONCE, type Condition } from './conditions.js';
import type { ProcessEvent, Stage } from './process-lifecycle.js';

/** How long a process may be at risk before it is suspended (DOMAIN 3.7). */
export const DAYS_AT_RISK = 60;

/** What the system does to a process, and why. */
export interface Lapse {
  readonly event: Extract<ProcessEvent, 'lapse' | 'restore' | 'suspend'>;
  readonly failed: readonly Condition['key'][];
}

/**
 * What the conditions ask the system to do now, or undefined. Order, owner and verification suspend at once; usage, conformance and metric speak
 * of full months, so what they say changes when a month ends; sixty days at risk suspend.
 */
export function lapseOf(stage: Stage, since: Instant, conditions: readonly Condition[], now: Instant): Lapse | undefined {
  if (stage !== 'implemented' && stage !== 'at_risk') return undefined;
  const failed = (keys: readonly Condition['key'][]) =>
    conditions.filter(({ key, met }) => !met && keys.includes(key)).map(({ key }) => key);
  const [gone, lapsed] = [failed(AT_ONCE), failed(AT_MONTH_END)];
  if (gone.length > 0) return { event: 'suspend', failed: gone };
  if (stage === 'implemented') return lapsed.length > 0 ? { event: 'lapse', failed: lapsed } : undefined;
  if (lapsed.length === 0) return { event: 'restore', failed: [] };
  return now >= suspendsAt(since) ? { event: 'suspend', failed: lapsed } : undefined;
}

/** When a process that is at risk since then is suspended, unless it is restored before. */
export const suspendsAt = (since: Instant): Instant => instant(since + DAYS_AT_RISK * 86_400 * MICROS_PER_SECOND);
