import { fieldRefused } from '#kernel';

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/** Refuses (invalid, naming the field) days that do not exist, end before they begin, or are more than a year. Days as `YYYY-MM-DD`. */
export function requireDays(firstDay: string, lastDay: string): void {
  const [first, last] = [dayNumber(firstDay, 'firstDay'), dayNumber(lastDay, 'lastDay')];
  if (last < first) throw fieldRefused('identity.absence-ends-before-start', 'lastDay');
  if (last - first > LONGEST_DAYS) throw fieldRefused('identity.absence-too-long', 'lastDay');
}

function dayNumber(day: string, field: string): number {
  const at = Date.parse(`${day}T00:00:00Z`);
  // 31 February would silently become a day of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw fieldRefused('identity.no-such-day', field);
  return at / DAY_MS;
}
