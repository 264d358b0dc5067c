const HOUR = 3600;
const MINUTE = 60;
const CLOCK = /^(\d{1,5}):([0-5]\d)$/;
const WORDS = /^(?:(\d{1,5}(?:[.,]\d{1,2})?)\s*(?:h|st|stundas?|hours?)?)?\s*(?:(\d{1,6})\s*(?:m|min|minūtes?|minutes?)\.?)?$/i;

/**
 * Reads a length of time as people write it: `16`, `16 h`, `1,5 h`, `30 min`, `1 h 30 min`, `2:30`. A bare number means hours.
 * Answers seconds; null where it says nothing or less than a minute. Days are not understood: targets are in hours (DOMAIN 4.1).
 */
export function readDuration(text: string): number | null {
  const typed = text.trim();
  const clock = CLOCK.exec(typed);
  if (clock) return positive(Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE);
  const words = typed === '' ? null : WORDS.exec(typed);
  if (!words) return null;
  return positive(Math.round(Number((words[1] ?? '0').replace(',', '.')) * HOUR) + Number(words[2] ?? 0) * MINUTE);
}

function positive(seconds: number): number | null {
  return seconds >= MINUTE ? seconds : null;
}
