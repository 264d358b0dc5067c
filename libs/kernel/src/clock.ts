import { fromDate, type Instant } from './instant.js';

/** Where the time comes from. Nothing outside this file may read the machine's clock. */
export abstract class Clock {
  abstract now(): Instant;
}

/** The machine's clock. What decides about deadlines asks the database instead (see `Tx`). */
export class SystemClock extends Clock {
  now(): Instant {
    return fromDate(new Date());
  }
}

/** A clock for tests, moved by hand. */
export class FixedClock extends Clock {
  constructor(private at: Instant) {
    super();
  }

  now(): Instant {
    return this.at;
  }

  set(at: Instant): void {
    this.at = at;
  }
}
