import { formatInstant, parseInstant, readDay } from '#kernel';
import { FIELD_OF, type ImportColumn, LENGTHS } from './import-columns.js';
import { type ItemFields, readTag } from './item.js';

/** What a cell may mean: words (folded) by what the register calls them. */
export interface ImportWords {
  readonly classes: ReadonlyMap<string, string>;
  readonly statuses: ReadonlyMap<string, string>;
  readonly institutions: ReadonlyMap<string, string>;
  readonly custodians: ReadonlyMap<string, string>;
  fold(text: string): string;
}

/** A fault of a file: where it is, and the code of its sentence (`assets.import.<code>`). */
export interface ImportFault {
  /** The line in the file, the head being line 1. */
  readonly line: number;
  readonly column: ImportColumn | null;
  readonly code: string;
  readonly value: string;
}

export interface ReadLine {
  readonly line: number;
  /** Only what the file has a column for; an empty cell empties the field. */
  readonly fields: Partial<ItemFields>;
}

export type Cell = { readonly value: string | null } | { readonly fault: string };

/** Reads one line: the fields that it names, or every fault that it has. */
export function readImportLine(
  line: number,
  cells: ReadonlyMap<ImportColumn, string>,
  words: ImportWords,
): { readonly read: ReadLine } | { readonly faults: readonly ImportFault[] } {
  const fields: Record<string, string | null> = {};
  const faults: ImportFault[] = [];
  for (const [column, text] of cells) {
    const cell = readCell(column, text, words);
    if ('fault' in cell) faults.push({ line, column, code: cell.fault, value: text.slice(0, 100) });
    else if (!(cell.value === null && KEEP_WHERE_EMPTY.has(column))) fields[FIELD_OF[column]] = cell.value;
  }
  return faults.length > 0 ? { faults } : { read: { line, fields: fields as Partial<ItemFields> } };
}

/** What every item has: an empty cell says nothing about it. */
const KEEP_WHERE_EMPTY: ReadonlySet<ImportColumn> = new Set(['name', 'class', 'status', 'institution']);

function readCell(column: ImportColumn, text: string, words: ImportWords): Cell {
  if (column === 'tag') {
    const tag = readTag(text);
    return tag === undefined ? { fault: text === '' ? 'tag-missing' : 'tag-refused' } : { value: tag };
  }
  if (text === '') return { value: null };
  if (text.includes('\u0000')) return { fault: 'characters' };
  switch (column) {
    case 'class':
      return meant(words.classes, text, words, 'class-unknown');
    case 'status':
      return meant(words.statuses, text, words, 'status-unknown');
    case 'institution':
      return meant(words.institutions, text, words, 'institution-unknown');
    case 'custodian':
      return meant(words.custodians, text, words, 'custodian-unknown');
    case 'purchased_on':
    case 'warranty_until':
    case 'support_until':
      return bought(text);
    case 'agent_seen_at':
      return readMoment(text);
    default:
      return text.length > (LENGTHS[column] ?? Infinity) ? { fault: 'too-long' } : { value: text };
  }
}

function meant(known: ReadonlyMap<string, string>, text: string, { fold }: ImportWords, fault: string): Cell {
  const value = known.get(fold(text));
  return value === undefined ? { fault } : { value };
}

/** A day in a century in which things were bought. */
function bought(text: string): Cell {
  const day = readDay(text);
  return day === undefined || day < '1970' || day > '2100' ? { fault: 'date' } : { value: day };
}

/** An instant with its offset, or a day, which is read as its beginning in UTC. */
export function readMoment(text: string): Cell {
  try {
    return { value: formatInstant(parseInstant(text)) };
  } catch {
    const day = bought(text);
    return 'value' in day && day.value !== null ? { value: formatInstant(parseInstant(`${day.value}T00:00:00Z`)) } : { fault: 'instant' };
  }
}
