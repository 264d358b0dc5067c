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
