/** A stretch of time that counts or does not, and why. */
export class PreviewIntervalResponse {
  from: string;
  to: string;
  counted: boolean;
  /** `night` is outside the windows of a working day, `break` between two of them. */
  reason: 'working' | 'night' | 'break' | 'weekend' | 'holiday' | 'moved_day_off' | 'shortened' | 'pause';
  /** Of an exception that has one. */
  name?: string;
}

export class PreviewResponse {
  /** `add`: the earliest instant at which the amount is used up; `elapsed`: the end that was given; `next`: the first instant that counts. */
  result: string;
  /** Working seconds between start and result: what was added, what has elapsed, 0 for `next`. To the microsecond. */
  seconds: number;
  /** From start to result without a gap; empty where they are the same. The counted ones add up to `seconds`. */
  intervals: PreviewIntervalResponse[];
}
