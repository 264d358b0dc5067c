const HOUR = 3600;
const MINUTE = 60;
const CLOCK = /^(\d{1,5}):([0-5]\d)$/;
const HOURS = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:h|st|stundas?|hours?)?$/i;
const MINUTES = /^(\d{1,6})\s*(?:m|min|minūtes?|minutes?)\.?$/i;
/** Here the hours have their unit, so that `30 min` is not three hours and nothing. */
const BOTH = /^(\d{1,5})\s*(?:h|st|stundas?|hours?)\s*(\d{1,3})\s*(?:m|min|minūtes?|minutes?)\.?$/i;

/**
 * Reads a length of time as people write it: `16`, `16 h`, `1,5 h`, `30 min`, `1 h 30 min`, `2:30`. A bare number means hours.
 * Answers seconds; null where it says nothing or less than a minute. Days are not understood: targets are in hours (DOMAIN 4.1).
 */
export function readDuration(text: string): number | null {
  const typed = text.trim();
  const clock = CLOCK.exec(typed);
  if (clock) return positive(Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE);
  const both = BOTH.exec(typed);
  if (both) return positive(Number(both[1]) * HOUR + Number(both[2]) * MINUTE);
  const minutes = MINUTES.exec(typed);
  if (minutes) return positive(Number(minutes[1]) * MINUTE);
  const hours = HOURS.exec(typed);
  return hours ? positive(Math.round(Number(hours[1]!.replace(',', '.')) * HOUR)) : null;
}

function positive(seconds: number): number | null {
  return seconds >= MINUTE ? seconds : null;
}
