import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { DomainError } from '#kernel';
import { COLUMNS, type LogRow, readRow, RowError } from './log-row.js';

/** The rows of one case, in the order of the file. */
export interface CaseRows {
  readonly number: string;
  readonly rows: readonly LogRow[];
}

/** Told of each row that cannot be read; throws to stop, returns to go on without the row. */
export type OnRowError = (error: RowError) => void;

function linesOf(file: string): AsyncIterable<string> {
  const source = createReadStream(file);
  const plain = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  // An error of the file itself reaches the reader of the lines only through the stream that they read.
  source.on('error', (error: Error) => plain.destroy(error));
  const lines = createInterface({ input: plain, crlfDelay: Infinity });
  plain.on('error', (error: Error) => lines.emit('error', error));
  return lines;
}

/** One line as fields. The log quotes nothing; a line with a quote goes to the full parser, alone, so that an open quote cannot swallow others. */
function fieldsOf(line: string, at: number): readonly string[] {
  if (!line.includes('"')) return line.split(',');
  try {
    return (parse(line) as string[][])[0] ?? [];
  } catch {
    throw new RowError(at, 'columns', line.slice(0, 80));
  }
}

async function* rowsOf(file: string, onError: OnRowError): AsyncGenerator<LogRow> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (line === 1) {
      if (text.replace(/^\uFEFF/, '') !== COLUMNS.join(',')) throw new DomainError('cli.replay-header', { file }, 'invalid');
      continue;
    }
    if (text === '') continue;
    try {
      yield readRow(fieldsOf(text, line), line);
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      onError(error);
    }
  }
}

/**
 * Streams the cases of a log (plain or gzip). The rows of a case stand together; a row of a case that was already left is
 * one that cannot be read, because taking it in would make the case twice.
 */
export async function* casesOf(file: string, onError: OnRowError): AsyncGenerator<CaseRows> {
  const left = new Set<string>();
  let rows: LogRow[] = [];
  for await (const row of rowsOf(file, onError)) {
    const current = rows[0]?.number;
    if (left.has(row.number)) {
      onError(new RowError(row.line, 'number-again', row.number));
      continue;
    }
    if (current !== undefined && current !== row.number) {
      left.add(current);
      yield { number: current, rows };
      rows = [];
    }
    rows.push(row);
  }
  if (rows[0]) yield { number: rows[0].number, rows };
}

/** SHA-256 of the file's bytes, hex: what the ledger of imports knows a file by. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
