import { type MailFile, type ParsedMail } from './parsed-mail.js';
import { partHistory, toMarkdown } from './plain-words.js';
import { LONGEST_HTML, safeHtml, textOfSafeHtml } from './safe-html.js';

/** What of a mail goes into a conversation. */
export interface MailText {
  /** Markdown: what the writer says, the history below it as a quote, which the page folds. Empty where he wrote nothing. */
  readonly words: string;
  /** The mail's HTML without anything that acts; null where it had none. */
  readonly html: string | null;
  /** The whole text, where the words had to be shortened. */
  readonly whole: MailFile | null;
}

/** The conversation takes texts of this length. */
const LONGEST_WORDS = 16_000;
const LONGEST_HISTORY = 3_000;
/** What is longer is not looked through for history. */
const LONGEST_READ = 200_000;

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most).replace(/\p{Surrogate}$/u, '')}…`);

/** Turns a mail's plain part, or its HTML where it has none, into words. */
export function textOfMail({ text, html }: Pick<ParsedMail, 'text' | 'html'>): MailText {
  const safe = html.trim() === '' ? null : safeHtml(html);
  const source = text.trim() === '' && safe !== null ? textOfSafeHtml(safe) : text;
  const { own, history } = partHistory(source.slice(0, LONGEST_READ));
  const markdown = toMarkdown(own);
  const shortened = markdown.length > LONGEST_WORDS || source.length > LONGEST_READ || html.length > LONGEST_HTML;
  const quoted = history === '' ? '' : `\n\n${asQuote(cut(history, LONGEST_HISTORY))}`;
  return {
    words: `${cut(markdown, LONGEST_WORDS)}${quoted}`.trim(),
    html: safe,
    whole: shortened ? { name: 'e-pasts.txt', content: Buffer.from(source.length > 0 ? source : html, 'utf8') } : null,
  };
}

/** Every line a quote; those that are quotes already stay as deep as they are. */
function asQuote(history: string): string {
  const lines = toMarkdown(history).split('\n');
  return lines.map((line) => (line.startsWith('>') ? line : `> ${line}`.trimEnd())).join('\n');
}
