import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { DomainError } from '#kernel';

/** More than any fleet of the Centre; whoever has more sends two files. */
export const LINES_MAX = 60_000;

/** A line of a file with its number, the head being line 1. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

const refused = (code: string, params: Record<string, string | number> = {}): DomainError =>
  new DomainError(`assets.import.${code}`, params, 'invalid', [{ pointer: '/file', code: `assets.import.${code}` }]);

/** UTF-8, or what Excel in Latvia writes where nobody tells it otherwise. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1257').decode(bytes);
  }
}

/** Of semicolon, tab and comma the one that stands in the head most often. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counted = [';', '\t', ','].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * The lines of a CSV file, empty ones left out. It is read bit by bit, so that other requests get their turn. Throws (invalid)
 * `assets.import.not-csv` where quotes do not match, and `assets.import.too-many-lines`.
 */
export async function readCsv(bytes: Buffer): Promise<CsvLine[]> {
  const text = decode(bytes);
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
  const found: CsvLine[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (found.length > LINES_MAX) throw refused('too-many-lines', { most: LINES_MAX });
      const breaks = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      if (record.some((cell) => cell.trim() !== '')) found.push({ line: info.lines - breaks, cells: record });
    }
  } catch (error) {
    throw error instanceof DomainError ? error : refused('not-csv');
  }
  return found;
}

function* chunks(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536);
}
