/** The words of a mail: what its writer says now, and the history that his program put below. */
export interface MailWords {
  readonly own: string;
  readonly history: string;
}

/** A line of history may be long; a pattern looks at its beginning only. */
const LOOKED_AT = 400;

const DIVIDER =
  /^\s{0,3}-{2,20}\s{0,3}(original message|original appointment|sākotnējais ziņojums|sākotnējā ziņa|sākotnējā vēstule|oriģinālais ziņojums|atbildes ziņojums|исходное сообщение|ursprüngliche nachricht)\s{0,3}-{2,20}\s*$/i;
const ATTRIBUTION =
  /^(?:>?\s{0,3}).{3,300}(?:^|\s)(?:wrote|rakstīja|raksta|schrieb|написал|написала|пишет|rašė|kirjutas)(?:\([^)]{0,10}\))?\s{0,3}:\s*$/iu;
const SENDER_LINE = /^\s{0,3}\*{0,2}(from|no|sūtītājs|von|от)\s?:\*{0,2}\s{1,5}\S/i;
const SENT_LINE = /^\s{0,3}\*{0,2}(sent|date|nosūtīts|datums|gesendet|отправлено|дата)\s?:\*{0,2}\s{1,5}\S/i;
const RULE = /^\s{0,3}_{8,80}\s*$/;
const QUOTED = /^\s{0,3}>/;

const blank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** Does history begin here: a divider, "... wrote:", a block of From and Sent lines? */
function begins(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, LOOKED_AT);
  if (DIVIDER.test(line)) return true;
  if (RULE.test(line)) return SENDER_LINE.test(lines.slice(at + 1, at + 3).find((next) => !blank(next)) ?? '');
  if (SENDER_LINE.test(line)) return lines.slice(at + 1, at + 4).some((next) => SENT_LINE.test(next.slice(0, LOOKED_AT)));
  // "... wrote:" counts where something quoted follows: in the middle of a text it may be the writer's own sentence.
  const following = (from: number): boolean => QUOTED.test(lines.slice(from, from + 4).find((next) => !blank(next)) ?? '');
  if (ATTRIBUTION.test(line)) return following(at + 1);
  return !blank(line) && ATTRIBUTION.test(`${line} ${(lines[at + 1] ?? '').slice(0, LOOKED_AT)}`) && following(at + 2);
}

const PASSED_ON = /^\s{0,3}-{2,20}\s{0,3}(forwarded message|pārsūtīts? (?:ziņojums|ziņa|vēstule|e-pasts)|begin forwarded message)/i;

/** Does the block follow a line that says that somebody else's mail is passed on? Then it is what the mail is about. */
function isPassedOn(lines: readonly string[], at: number): boolean {
  return lines.slice(Math.max(0, at - 2), at).some((line) => PASSED_ON.test(line.slice(0, LOOKED_AT)));
}

/** The first line of the quoted block that a text ends with; undefined where it ends with something else. */
function trailingQuote(lines: readonly string[]): number | undefined {
  let at = lines.length;
  while (at > 0 && (blank(lines[at - 1]) || QUOTED.test(lines[at - 1] ?? ''))) at -= 1;
  const count = lines.slice(at).filter((line) => QUOTED.test(line)).length;
  return count >= 2 ? at : undefined;
}

/**
 * Parts what a mail says from the history below it. Where nothing of one's own stands above, as in a mail that is passed on, the whole
 * is what it says.
 */
export function partHistory(text: string): MailWords {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const found = lines.findIndex((_line, at) => begins(lines, at));
  const start = found >= 0 && !isPassedOn(lines, found) ? found : trailingQuote(lines);
  const own = lines.slice(0, start).join('\n').trim();
  if (start === undefined || own === '') return { own: lines.join('\n').trim(), history: '' };
  return { own, history: lines.slice(start).join('\n').trim() };
}

const ADDRESS_IN_TEXT = /(https?:\/\/[^\s<>"\\]{1,2000})/;

/** Marks that would turn plain words into something else are shown as they were written. */
function plain(words: string): string {
  return words
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
    .replace(/[*`~<[]/g, '\\$&')
    .replace(/&(?=#?[a-z0-9]{1,31};)/gi, '\\&')
    .replace(/(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '\\_');
}

function lineToMarkdown(line: string): string {
  const quote = /^(?:\s{0,3}>)+ ?/.exec(line)?.[0] ?? '';
  const rest = line.slice(quote.length);
  const indent = /^[ \t]+/.exec(rest)?.[0] ?? '';
  const words = rest
    .slice(indent.length)
    .split(ADDRESS_IN_TEXT)
    .map((part, at) => (at % 2 === 1 ? part : plain(part)))
    .join('');
  // A line that underlines, divides or heads in Markdown is a line of signs in a mail.
  const safe = /^(?:[-=+|:\s]{2,}|#{1,6}\s.*)$/.test(words) ? `\\${words}` : words;
  return (
    quote.replace(/\s+/g, '') +
    (quote ? ' ' : '') +
    (indent.length > 1 ? '\u00a0'.repeat(Math.min(indent.length, 20)) : '') +
    safe.trimEnd()
  );
}

/** Plain words as Markdown that shows them as they were written: line breaks kept, marks without effect, quotes as quotes. */
export function toMarkdown(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => lineToMarkdown(line));
  return lines
    .map((line, at) => (blank(line) || blank(lines[at + 1]) ? line : `${line}  `))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
