/** One piece of a mail; the same pieces make its plain text and its HTML. */
export type MailBlock =
  | { readonly is: 'text'; readonly text: string }
  /** Words of a person, shown as they were written. */
  | { readonly is: 'quote'; readonly text: string }
  | { readonly is: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly is: 'links'; readonly links: readonly Link[] }
  /** Many links, one a line. */
  | { readonly is: 'list'; readonly links: readonly Link[] };

interface Link {
  readonly label: string;
  readonly url: string;
}

export interface MailBody {
  readonly locale: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  readonly footer: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function blockText(block: MailBlock): string {
  switch (block.is) {
    case 'text':
      return block.text;
    case 'quote':
      return block.text
        .split(/\r?\n/)
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'links':
      return block.links.map(({ label, url }) => `${label}: ${url}`).join('\n');
    case 'list':
      return block.links.map(({ label, url }) => `- ${label}\n  ${url}`).join('\n');
  }
}

const PARAGRAPH = 'margin:0 0 16px';
const QUOTE = 'margin:0 0 16px;padding:12px 16px;border-left:4px solid #8a9bb0;background:#f3f5f8;white-space:pre-wrap';
const LIST = 'margin:0 0 16px;padding:0 0 0 20px';
const ITEM = 'margin:0 0 8px';
const BUTTON =
  'display:inline-block;margin:0 8px 8px 0;padding:10px 16px;border:1px solid #1f4e79;border-radius:6px;color:#1f4e79;text-decoration:none';

function blockHtml(block: MailBlock): string {
  switch (block.is) {
    case 'text':
      return `<p style="${PARAGRAPH}">${escapeHtml(block.text)}</p>`;
    case 'quote':
      return `<blockquote style="${QUOTE}">${escapeHtml(block.text)}</blockquote>`;
    case 'facts':
      return `<p style="${PARAGRAPH}">${block.facts.map(([label, value]) => `${escapeHtml(label)}: <strong>${escapeHtml(value)}</strong>`).join('<br>')}</p>`;
    case 'links':
      return `<p style="${PARAGRAPH}">${block.links.map(({ label, url }) => `<a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a>`).join('')}</p>`;
    case 'list':
      return `<ul style="${LIST}">${block.links.map(({ label, url }) => `<li style="${ITEM}"><a href="${escapeHtml(url)}" style="color:#1f4e79">${escapeHtml(label)}</a></li>`).join('')}</ul>`;
  }
}

/** The mail as plain text, pieces parted by an empty line. */
export function textOf({ blocks, footer }: MailBody): string {
  return [...blocks.map(blockText), `-- \n${footer}`].join('\n\n');
}

/** The mail as HTML: no script, no picture, no style sheet, every word of a person escaped. */
export function htmlOf({ locale, title, blocks, footer }: MailBody): string {
  return [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="margin:0;padding:24px;font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1b2430;background:#ffffff">`,
    `<div style="max-width:600px;margin:0 auto">${blocks.map(blockHtml).join('')}`,
    `<p style="margin:24px 0 0;font-size:13px;color:#5b6675">${escapeHtml(footer)}</p></div></body></html>`,
  ].join('');
}
