const HOUR = 3600;
const MINUTE = 60;

/** Seconds as hours with a decimal comma or point, as people type them: `2`, `0,25`. */
export function hoursText(seconds: number, comma: boolean): string {
  const text = String(Math.round((seconds / HOUR) * 10_000) / 10_000);
  return comma ? text.replace('.', ',') : text;
}

/** The seconds that a typed number of hours names, in whole minutes; undefined where it names none that could be promised. */
export function readHours(text: string): number | undefined {
  const hours = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(hours)) return undefined;
  const seconds = Math.round((hours * HOUR) / MINUTE) * MINUTE;
  return seconds >= MINUTE && seconds <= 366 * 24 * HOUR ? seconds : undefined;
}
