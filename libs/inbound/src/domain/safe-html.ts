import sanitizeHtml from 'sanitize-html';

/** Longer HTML is cut before it is read: a mail of words has a hundredth of it. */
export const LONGEST_HTML = 1_000_000;

const TAGS = [
  ...['p', 'br', 'div', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'hr'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'sub', 'sup', 'small'],
];

/**
 * HTML without anything that acts, loads or hides: no script, style, form, frame or picture, no attribute but where a link leads. It is
 * shown in a frame of its own where nothing runs either.
 */
export function safeHtml(html: string): string {
  return sanitizeHtml(html.slice(0, LONGEST_HTML), {
    allowedTags: TAGS,
    allowedAttributes: { a: ['href', 'rel', 'target'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'object', 'svg', 'math', 'xmp', 'iframe'],
    nestingLimit: 60,
    transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer nofollow', target: '_blank' }) },
  });
}

const BLOCKS = new Set(['p', 'div', 'table', 'tr', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'blockquote', 'li', 'br']);
const WITH_GAP = new Set(['p', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const decode = (text: string): string => text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '');

/** Writes the text of safe HTML line by line; quotes get `> `, points `- `, links their address where the words hide it. */
class TextWriter {
  private readonly lines: string[] = [];
  private line = '';
  private quotes = 0;
  private pre = 0;
  private link: { readonly href: string; readonly from: number } | undefined;

  words(text: string): void {
    const plain = decode(text).replaceAll('\u00a0', ' ');
    if (this.pre > 0) {
      const [first = '', ...more] = plain.split('\n');
      this.line += first;
      for (const next of more) {
        this.end();
        this.line = next;
      }
      return;
    }
    const flowing = plain.replace(/\s+/g, ' ');
    this.line += this.line === '' ? flowing.trimStart() : flowing;
  }

  open(tag: string, href: string | undefined): void {
    if (tag === 'a') this.link = href === undefined ? undefined : { href: decode(href), from: this.line.length };
    if (tag === 'td' || tag === 'th') this.words(this.line === '' ? '' : '  ');
    if (!BLOCKS.has(tag)) return;
    this.part(tag);
    if (tag === 'blockquote') this.quotes += 1;
    if (tag === 'pre') this.pre += 1;
    if (tag === 'li') this.line = '- ';
    if (tag === 'hr') this.lines.push('---');
  }

  close(tag: string): void {
    if (tag === 'a') this.closeLink();
    if (!BLOCKS.has(tag)) return;
    this.part(tag);
    if (tag === 'blockquote') this.quotes = Math.max(0, this.quotes - 1);
    if (tag === 'pre') this.pre = Math.max(0, this.pre - 1);
  }

  /** The text, with no more than one empty line in a row. */
  text(): string {
    this.end();
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  private part(tag: string): void {
    if (this.line.trim() !== '' || tag === 'br') this.end();
    this.line = '';
    if (WITH_GAP.has(tag) && (this.lines.at(-1) ?? '') !== '') this.lines.push('');
  }

  private end(): void {
    this.lines.push(`${'> '.repeat(Math.min(this.quotes, 8))}${this.line}`.trimEnd());
    this.line = '';
  }

  private closeLink(): void {
    const { link } = this;
    this.link = undefined;
    if (!link || !/^https?:/i.test(link.href)) return;
    const words = this.line.slice(Math.min(link.from, this.line.length));
    if (!words.includes(link.href)) this.line += words.trim() === '' ? link.href : ` (${link.href})`;
  }
}

/** The text of HTML that `safeHtml` has made; it knows no other tags and no other entities. */
export function textOfSafeHtml(html: string): string {
  const writer = new TextWriter();
  for (const [whole, closing, tag, attributes] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+/g)) {
    if (tag === undefined) writer.words(whole);
    else if (closing === '/') writer.close(tag);
    else writer.open(tag, /\bhref="([^"]*)"/.exec(attributes ?? '')?.[1]);
  }
  return writer.text();
}
