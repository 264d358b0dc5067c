import { type ResolvedWord, stemsOf, wordsOf } from '#search';
import type { CorrectionResponse, TicketHitResponse } from './search.response.js';

/**
 * Which words were taken for which, as far as the reader meets the other word in the hits before him: the words of the index come from
 * everybody's tickets and notes, and a guess at a word must not be answered with one that stands where he may not look.
 */
export function shownCorrections(words: readonly ResolvedWord[], hits: readonly TicketHitResponse[]): CorrectionResponse[] {
  const corrected = words.flatMap(({ text, takenFor }) => (takenFor === null ? [] : [{ typed: text, takenFor }]));
  if (corrected.length === 0) return [];
  const read = hits.flatMap(({ title, excerpt }) => wordsOf(`${title.text} ${excerpt?.text ?? ''}`));
  const stems = new Set(read.flatMap(({ text }) => stemsOf(text).stems));
  return corrected.filter(({ takenFor }) => [takenFor, ...stemsOf(takenFor).stems].some((stem) => stems.has(stem)));
}
