import { formatInstant, type Instant, parseInstant } from '#kernel';
import { readTag } from './item.js';
import { type ImportFault, readMoment } from './read-import-line.js';

export const AGENT_COLUMNS = ['tag', 'agent_seen_at', 'enrolled'] as const;

export type AgentColumn = (typeof AGENT_COLUMNS)[number];

/** What a line says of one agent. */
export interface AgentLine {
  readonly line: number;
  readonly tag: string;
  /** ISO 8601; null: not enrolled, or never heard of. */
  readonly seenAt: string | null;
}

const NO = new Set(['ne', 'no', 'n', '0', 'false']);
const YES = new Set(['ja', 'yes', 'y', '1', 'true', '']);
/** What clocks of machines may differ. */
const AHEAD_MICROS = 86_400_000_000;

/** Reads one line, or says what is wrong with it. `fold` takes case and marks off a word; a column that the file lacks has no cell. */
export function readAgentLine(
  line: number,
  cells: ReadonlyMap<AgentColumn, string>,
  { now, fold }: { readonly now: Instant; readonly fold: (text: string) => string },
): AgentLine | ImportFault {
  const cell = (column: AgentColumn): string => cells.get(column) ?? '';
  const fault = (column: AgentColumn, code: string): ImportFault => ({
    ...{ line, code, value: cell(column).slice(0, 100) },
    column: column === 'enrolled' ? null : column,
  });
  const tag = readTag(cell('tag'));
  if (tag === undefined) return fault('tag', cell('tag') === '' ? 'tag-missing' : 'tag-refused');
  const enrolled = fold(cell('enrolled'));
  if (NO.has(enrolled)) return { line, tag, seenAt: null };
  if (!YES.has(enrolled)) return fault('enrolled', 'enrolled');
  if (cell('agent_seen_at') === '') return { line, tag, seenAt: null };
  const seen = readMoment(cell('agent_seen_at'));
  if (!('value' in seen) || seen.value === null) return fault('agent_seen_at', 'instant');
  if (parseInstant(seen.value) > now + AHEAD_MICROS) return fault('agent_seen_at', 'future');
  return { line, tag, seenAt: formatInstant(parseInstant(seen.value)) };
}

/** Does the line say something new? An older word than the one that is kept, as in a file that comes late, changes nothing. */
export function isNews({ seenAt }: Pick<AgentLine, 'seenAt'>, kept: string | null): boolean {
  if (seenAt === null || kept === null) return seenAt !== kept;
  return parseInstant(seenAt) > parseInstant(kept);
}
