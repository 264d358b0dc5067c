import { formatInstant, MICROS_PER_SECOND } from '#kernel';
import type { Locale } from '#platform';
import type { PreviewAnswer, PreviewInterval } from '../domain/preview.js';
import type { PreviewIntervalResponse, PreviewResponse } from './responses/preview.response.js';

/** An answer as the API says it, names in the reader's language. */
export function writePreview({ result, counted, intervals }: PreviewAnswer, locale: Locale): PreviewResponse {
  return {
    result: formatInstant(result),
    seconds: counted / MICROS_PER_SECOND,
    intervals: intervals.map((part) => writeInterval(part, locale)),
  };
}

function writeInterval({ from, to, counted, reason, nameLv, nameEn }: PreviewInterval, locale: Locale): PreviewIntervalResponse {
  const name = locale === 'lv' ? nameLv : nameEn;
  return { from: formatInstant(from), to: formatInstant(to), counted, reason, ...(name ? { name } : {}) };
}
