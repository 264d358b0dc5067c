/** What is quoted: who said it, when in words, and what. */
export interface Quoted {
  name: string;
  when: string;
  body: string;
}

/** A quotation in Markdown. What was quoted already within it is left out: it stands above in the conversation. */
export function quotation({ name, when, body }: Quoted): string {
  const lines = body.trim().split('\n');
  const own = lines.filter((line) => !line.startsWith('>'));
  const said = (own.some((line) => line.trim() !== '') ? own : lines)
    .join('\n')
    .trim()
    .replace(/\n{3,}/g, '\n\n');
  return [`**${name}**, ${when}:`, ...said.split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n');
}

/** The text with a quotation put at the cursor, on lines of its own, and where the cursor goes: behind it, where the answer begins. */
export function withQuotation(text: string, cursor: number, quoted: string): { text: string; cursor: number } {
  const before = text.slice(0, cursor).trimEnd();
  const after = text.slice(cursor).trimStart();
  const head = `${before}${before ? '\n\n' : ''}${quoted}\n\n`;
  return { text: head + after, cursor: head.length };
}
