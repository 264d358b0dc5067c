import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { DomainError } from '#kernel';

/** More than any register of the Centre; whoever has more sends two files. */
export const CSV_LINES_MAX = 60_000;

/** A line of a file with its number, the head being line 1. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  readonly encoding: 'utf-8' | 'windows-1257';
  /** The head first; empty lines are left out. */
  readonly lines: readonly CsvLine[];
}

/** A file that is refused as a whole; `codes` is what its module calls such refusals, such as `assets.import`. */
export function fileRefused(codes: string, code: string, params: Record<string, string | number> = {}): DomainError {
  return new DomainError(`${codes}.${code}`, params, 'invalid', [{ pointer: '/file', code: `${codes}.${code}` }]);
}

/** UTF-8, or what Excel in Latvia writes where nobody tells it otherwise. */
function decode(bytes: Buffer): { readonly text: string; readonly encoding: CsvFile['encoding'] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1257').decode(bytes), encoding: 'windows-1257' };
  }
}

/** Of semicolon, tab and comma the one that stands in the head most often. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counted = [';', '\t', ','].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * The lines of a CSV file. It is read bit by bit, so that other requests get their turn. Throws (invalid) `<codes>.not-csv` where
 * quotes do not match, and `<codes>.too-many-lines`.
 */
export async function readCsv(bytes: Buffer, codes: string): Promise<CsvFile> {
  const { text, encoding } = decode(bytes);
  const parser = Readable.from(chunks(text)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 100_000,
    }),
  );
  const lines: CsvLine[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (lines.length > CSV_LINES_MAX) throw fileRefused(codes, 'too-many-lines', { most: CSV_LINES_MAX });
      const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      if (record.some((cell) => cell.trim() !== '')) lines.push({ line: info.lines - breaks, cells: record });
    }
  } catch (error) {
    throw error instanceof DomainError ? error : fileRefused(codes, 'not-csv');
  }
  return { encoding, lines };
}

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}

/**
 * What each cell of the head means; null where its name is the file's own, so that a file may hold more than the register takes.
 * Throws (invalid) `<codes>.column-twice`.
 */
export function columnsOf<Column extends string>(
  head: CsvLine | undefined,
  meaning: (name: string) => Column | undefined,
  codes: string,
): (Column | null)[] {
  const columns = (head?.cells ?? []).map((cell) => meaning(cell) ?? null);
  const twice = columns.find((column, at) => column !== null && columns.indexOf(column) !== at);
  if (twice) throw fileRefused(codes, 'column-twice', { column: twice });
  return columns;
}

/** The cells of a line by the columns that are known. */
export function cellsOf<Column extends string>(columns: readonly (Column | null)[], { cells }: CsvLine): Map<Column, string> {
  return new Map(columns.flatMap((column, at) => (column === null ? [] : [[column, unguarded(cells[at] ?? '')] as const])));
}

/** What an export puts before a text that a spreadsheet would take for a formula. */
const GUARD = /^'(?=[\s\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** A cell without blanks at its ends and without the guard of an export. */
export const unguarded = (raw: string): string => raw.trim().replace(GUARD, '');
