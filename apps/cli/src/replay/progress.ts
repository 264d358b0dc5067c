import type { Clock, Instant } from '#kernel';

const SAY_EVERY_SECONDS = 2;

/** Seconds as `1:05`. */
function clockwise(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A line that says how far a long piece of work is and how long it will still take, by the pace so far. */
export function progressLine(what: string, done: number, all: number, elapsedSeconds: number): string {
  const left = done === 0 ? '' : `, ${clockwise((elapsedSeconds / done) * (all - done))} left`;
  const share = all === 0 ? 100 : Math.floor((100 * done) / all);
  return `${what}: ${done.toLocaleString('en')} of ${all.toLocaleString('en')} (${share} %), ${clockwise(elapsedSeconds)} passed${left}`;
}

/** Says every two seconds how far a piece of work is, and once when it is done. */
export class Progress {
  private readonly begun: Instant;
  private said = 0;

  constructor(
    private readonly what: string,
    private readonly all: number,
    private readonly clock: Clock,
    private readonly print: (line: string) => void,
  ) {
    this.begun = clock.now();
  }

  /** `done` of all are done now. */
  reached(done: number): void {
    const seconds = (this.clock.now() - this.begun) / 1_000_000;
    if (done < this.all && seconds - this.said < SAY_EVERY_SECONDS) return;
    this.said = seconds;
    this.print(progressLine(this.what, done, this.all, seconds));
  }
}
