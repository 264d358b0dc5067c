/** A message, and the history that it ends with: the mails before it, as a mail program repeats them below an answer. */
export interface PartedMessage {
  words: string;
  history: string;
}

/** A short quote at the end is meant to be read. */
const FEWEST_LINES = 2;

/** Parts a message from a quote that it ends with, so that the page can fold it. A message that is nothing but a quote stays whole. */
export function partQuotedHistory(text: string): PartedMessage {
  const lines = text.trimEnd().split('\n');
  let start = lines.length;
  while (start > 0 && lines[start - 1]?.startsWith('>')) start -= 1;
  const words = lines.slice(0, start).join('\n').trimEnd();
  if (lines.length - start < FEWEST_LINES || words === '') return { words: text, history: '' };
  return { words, history: lines.slice(start).join('\n') };
}
