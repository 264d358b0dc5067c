import type { Locale } from '../i18n/messages';

const MINUTE = 60;
const HOUR = 3600;

/** `3 h 40 min`, `12 h`, `25 min`; a remainder under a minute is written in seconds. Whole minutes are cut, not rounded. */
export function duration(seconds: number): string {
  const size = Math.abs(Math.trunc(seconds));
  if (size > 0 && size < MINUTE) return `${size} s`;
  const hours = Math.floor(size / HOUR);
  const minutes = Math.floor((size % HOUR) / MINUTE);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

const cache = new Map<string, Intl.NumberFormat>();

/** A number in the language: decimal comma and thin grouping in Latvian. `digits` fixes the decimals. */
export function number(value: number, locale: Locale, digits?: number): string {
  const key = `${locale}${digits ?? ''}`;
  let format = cache.get(key);
  if (!format) {
    const options: Intl.NumberFormatOptions = { useGrouping: 'min2' };
    if (digits !== undefined) Object.assign(options, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    format = new Intl.NumberFormat(locale === 'lv' ? 'lv-LV' : 'en-GB', options);
    cache.set(key, format);
  }
  return format.format(value);
}

/** `85,0 %` in Latvian, `85.0%` in English. */
export function percentage(value: number, locale: Locale, digits = 1): string {
  return `${number(value, locale, digits)}${locale === 'lv' ? '\u00a0%' : '%'}`;
}

/** Size of a file: `12 kB`, `3,4 MB` (1000 bytes to a kB, as file managers write it). */
export function fileSize(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1000), locale)} kB`;
  return `${number(bytes / 1_000_000, locale, 1)} MB`;
}
