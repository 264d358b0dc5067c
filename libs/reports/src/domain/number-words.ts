import type { Locale } from '#identity';

const LANGUAGES: Readonly<Record<Locale, string>> = { lv: 'lv-LV', en: 'en-GB' };

/** A number within a sentence, with one decimal at most: `84,5` or `84.5`. */
export function numberWords(locale: Locale, value: number): string {
  return new Intl.NumberFormat(LANGUAGES[locale], { maximumFractionDigits: 1 }).format(value);
}

/** A share within a sentence, always with one decimal: `85,0`. */
export function shareWords(locale: Locale, value: number): string {
  return new Intl.NumberFormat(LANGUAGES[locale], { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}
