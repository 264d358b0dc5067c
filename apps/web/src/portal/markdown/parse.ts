/** A small, safe part of Markdown: what people write in a conversation. Everything else stays plain text; HTML is text too. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'link'; href: string; host: string; children: Inline[] };

export type Block =
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'heading'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string };

const INLINE =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`|\[([^\]\n]{1,300})\]\(<?([^\s()<>]{1,2000})>?\)|(https?:\/\/[^\s<>()]{1,2000})|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|(?<![\p{L}\d_])_([^_\s][^_\n]*)_(?![\p{L}\d_])| {2,}\n|\n/u;
const TRAILING = /[.,;:!?]+$/;

/** The address of a link that may be followed (http, https, mailto), else null. */
export function safeHref(href: string): { href: string; host: string } | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === 'mailto:') return { href: url.href, host: '' };
  return url.protocol === 'https:' || url.protocol === 'http:' ? { href: url.href, host: url.host } : null;
}

function link(href: string, children: Inline[], whole: string): Inline {
  const safe = safeHref(href);
  return safe ? { kind: 'link', ...safe, children } : { kind: 'text', text: whole };
}

function bareLink(address: string): Inline[] {
  const tail = TRAILING.exec(address)?.[0] ?? '';
  const href = tail ? address.slice(0, -tail.length) : address;
  const node = link(href, [{ kind: 'text', text: href }], href);
  return tail ? [node, { kind: 'text', text: tail }] : [node];
}

function inlineOf(match: RegExpExecArray): Inline[] {
  const [whole, escaped, code, label, href, bare, strong, star, underscore] = match;
  if (escaped !== undefined) return [{ kind: 'text', text: escaped }];
  if (code !== undefined) return [{ kind: 'code', text: code }];
  if (label !== undefined && href !== undefined) return [link(href, [{ kind: 'text', text: label }], whole)];
  if (bare !== undefined) return bareLink(bare);
  if (strong !== undefined) return [{ kind: 'strong', children: parseInline(strong) }];
  const emphasis = star ?? underscore;
  if (emphasis !== undefined) return [{ kind: 'em', children: parseInline(emphasis) }];
  return [{ kind: 'break' }];
}

/** Parses the inside of a paragraph. */
export function parseInline(text: string): Inline[] {
  const nodes: Inline[] = [];
  let rest = text;
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    if (match.index > 0) nodes.push({ kind: 'text', text: rest.slice(0, match.index) });
    nodes.push(...inlineOf(match));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) nodes.push({ kind: 'text', text: rest });
  return nodes;
}

const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;
const FENCE = /^\s{0,3}```/;

function listOf(lines: string[], pattern: RegExp, ordered: boolean): Block {
  const items: string[] = [];
  for (const line of lines) {
    const item = pattern.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else items.push(`${items.pop() ?? ''}\n${line.trim()}`);
  }
  return { kind: 'list', ordered, items: items.map(parseInline) };
}

/** A numbered list starts at 1 and goes on: "214. kabinets" and "22. novembrī" are text. */
const isNumbered = (lines: string[]): boolean =>
  /^\s{0,3}1[.)]\s/.test(lines[0] ?? '') && lines.filter((line) => NUMBER.test(line)).length > 1;

function blockOf(lines: string[]): Block {
  const [first = ''] = lines;
  if (BULLET.test(first)) return listOf(lines, BULLET, false);
  if (isNumbered(lines)) return listOf(lines, NUMBER, true);
  if (lines.every((line) => line.startsWith('>'))) {
    return { kind: 'quote', children: parseInline(lines.map((line) => line.replace(/^>\s?/, '')).join('\n')) };
  }
  if (lines.length === 1 && /^#{1,6}\s/.test(first)) return { kind: 'heading', children: parseInline(first.replace(/^#+\s+/, '')) };
  return { kind: 'paragraph', children: parseInline(lines.join('\n')) };
}

const startsOther = (line: string, before: string[]): boolean => {
  const list = BULLET.test(line) || /^\s{0,3}1[.)]\s/.test(line);
  const inList = before.length > 0 && (BULLET.test(before[0] ?? '') || NUMBER.test(before[0] ?? ''));
  return list && before.length > 0 && !inList;
};

/** Parses a message into blocks. Never fails: what it does not know is a paragraph. */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let code: string[] | null = null;
  const flush = (): void => {
    if (lines.length > 0) blocks.push(blockOf(lines));
    lines = [];
  };
  for (const line of source.replace(/\r\n?/g, '\n').split('\n')) {
    if (FENCE.test(line)) {
      if (code) blocks.push({ kind: 'code', text: code.join('\n') });
      else flush();
      code = code ? null : [];
    } else if (code) code.push(line);
    else if (line.trim() === '') flush();
    else {
      if (startsOther(line, lines)) flush();
      lines.push(line);
    }
  }
  if (code) blocks.push({ kind: 'code', text: code.join('\n') });
  flush();
  return blocks;
}
