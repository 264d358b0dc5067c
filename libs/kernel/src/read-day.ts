import { parseInstant } from './instant.js';

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const LATVIAN_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$/;

/** A day as people write it in files, `2026-11-22`, `22.11.2026` or `22.11.2026.`, as `YYYY-MM-DD`; undefined where it is none. */
export function readDay(text: string): string | undefined {
  const iso = ISO_DAY.exec(text);
  const latvian = LATVIAN_DAY.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : latvian ? [latvian[3], latvian[2], latvian[1]] : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    parseInstant(`${written}T00:00:00Z`);
    return written;
  } catch {
    return undefined;
  }
}
