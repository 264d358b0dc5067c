import type { LifecycleName } from './process.js';

/** The part of the desk that somebody reads: everything, or what happened in some institutions and groups. */
export interface FlowReach {
  readonly all: boolean;
  readonly institutionIds: readonly string[];
  readonly groupIds: readonly string[];
}

/** Days of Riga, both included, in which the cases ended. */
export interface FlowPeriod {
  readonly from: string;
  readonly to: string;
}

/** Cases of the desk: of one lifecycle, that ended in a period, narrowed as was asked. */
export interface DeskSelection extends FlowPeriod {
  readonly source: 'desk';
  readonly lifecycle: LifecycleName;
  readonly kind: string | null;
  readonly serviceId: string | null;
  readonly institutionId: string | null;
  /** The group that had the case when it ended (DOMAIN 5). */
  readonly groupId: string | null;
  /** Without it, history that was taken in is left out. */
  readonly withHistory: boolean;
  readonly reach: FlowReach;
}

/** Cases of a log that somebody took in; without a period all of them. */
export interface LogSelection extends Partial<FlowPeriod> {
  readonly source: 'log';
  readonly logId: string;
}

export type FlowSelection = DeskSelection | LogSelection;
