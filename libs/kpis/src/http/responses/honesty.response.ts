import type { SlaHonesty } from '../../reads/sla-honesty.js';

/** In seconds; null where too few clocks stand behind it. */
export class SpreadResponse {
  median: number | null;
  p90: number | null;
}

export class TimesResponse {
  /** Resolutions that were decided in the month. */
  decided: number;
  /** Those of them that have come to their stop: their time is known. */
  n: number;
  /** Contract time. */
  worked: SpreadResponse;
  /** What the user really waited: the wall clock, nights and pauses included. */
  waited: SpreadResponse;
}

export class KeyedTimesResponse extends TimesResponse {
  key: string | null;
  name: string;
}

export class TimePartResponse {
  key: string;
  name: string;
  seconds: number;
  /** In percent of the whole; null where it stands on fewer than ten clocks. */
  share: number | null;
  clocks: number;
}

export class PausedTimeResponse {
  seconds: number;
  /** Of the paused and the used contract time together. */
  share: number | null;
  clocks: number;
  byReason: TimePartResponse[];
  byGroup: TimePartResponse[];
}

export class LateGroupResponse {
  key: string;
  name: string;
  pauses: number;
}

/** Pauses that began when nine tenths of the promise were used up. */
export class LatePausesResponse {
  pauses: number;
  clocks: number;
  breached: number;
  byGroup: LateGroupResponse[];
}

export class RelaxationsResponse {
  count: number;
  clocks: number;
  /** By how much deadlines moved in all, on the wall clock. */
  seconds: number;
  requester: number;
  secondPerson: number;
  nobody: number;
}

export class ChainLinkResponse extends TimePartResponse {
  waitedSeconds: number;
  breachedSeconds: number;
  breachedShare: number | null;
  breachedClocks: number;
}

export class SlaHonestyResponse {
  month: string;
  overall: TimesResponse;
  rows: KeyedTimesResponse[];
  pauses: PausedTimeResponse;
  latePauses: LatePausesResponse;
  relaxations: RelaxationsResponse;
  /** Which group's stay used the time, most first. */
  chain: ChainLinkResponse[];

  static from({ month, overall, rows, pauses, latePauses, relaxations, chain }: SlaHonesty): SlaHonestyResponse {
    return {
      ...{ month, overall, rows: [...rows], relaxations, chain: [...chain] },
      pauses: { ...pauses, byReason: [...pauses.byReason], byGroup: [...pauses.byGroup] },
      latePauses: { ...latePauses, byGroup: [...latePauses.byGroup] },
    };
  }
}
