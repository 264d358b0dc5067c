export type Mark = 'bold' | 'italic' | 'code' | 'link' | 'list' | 'numbers';

export interface Marked {
  text: string;
  from: number;
  to: number;
}

const around: Partial<Record<Mark, [string, string]>> = {
  bold: ['**', '**'],
  italic: ['_', '_'],
  code: ['`', '`'],
  link: ['[', '](https://)'],
};

function lines(text: string, from: number, to: number, prefix: (index: number) => string): Marked {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const block = text.slice(start, to);
  const next = block
    .split('\n')
    .map((line, index) => prefix(index) + line)
    .join('\n');
  return { text: text.slice(0, start) + next + text.slice(to), from: start + next.length, to: start + next.length };
}

/** Puts a Markdown mark around the selection, or before its lines, and says what to select afterwards. */
export function marked(text: string, from: number, to: number, mark: Mark): Marked {
  if (mark === 'list') return lines(text, from, to, () => '- ');
  if (mark === 'numbers') return lines(text, from, to, (index) => `${index + 1}. `);
  const [before, after] = around[mark] ?? ['', ''];
  const inner = text.slice(from, to);
  return { text: text.slice(0, from) + before + inner + after + text.slice(to), from: from + before.length, to: to + before.length };
}
