import type { Instant } from '#kernel';
import type { ProblemOrigin } from './problem-words.js';

/** What a problem knows beside what all tickets do. */
export interface ProblemDetail {
  readonly origin: ProblemOrigin;
  /** The trend that was seen, or the reason; null where incidents say enough. */
  readonly originText: string | null;
  rootCause: string | null;
  /** What staff does until it is resolved. */
  workaround: string | null;
  /** What the people who have it are told while they type: title and what they can do. Both or neither. */
  publicTitle: string | null;
  publicText: string | null;
  /** Since when the known error is offered; null where it is not, or no more. */
  knownSince: Instant | null;
  riskAcceptedById: string | null;
  riskAcceptedAt: Instant | null;
  riskReason: string | null;
  resolution: string | null;
  /** When 20 working days have passed since the resolution. */
  verifyFrom: Instant | null;
  endReason: string | null;
  /** How often it came back after it had been resolved. */
  recurrences: number;
}

export function newProblemDetail(origin: ProblemOrigin, originText: string | null): ProblemDetail {
  return {
    ...{ origin, originText, rootCause: null, workaround: null, publicTitle: null, publicText: null, knownSince: null },
    ...{ riskAcceptedById: null, riskAcceptedAt: null, riskReason: null, resolution: null, verifyFrom: null, endReason: null },
    recurrences: 0,
  };
}
