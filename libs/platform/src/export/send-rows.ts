import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { csvHead, csvRows } from './csv.js';
import type { Cell } from './table.js';

async function* chunks(columns: readonly string[], rows: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<Buffer> {
  yield csvHead(columns);
  for await (const some of rows) if (some.length > 0) yield csvRows(some);
}

/** Rows as a CSV file to save that leaves as they are read, so that a long one takes no memory; `name` without its ending. */
export function sendRows(name: string, columns: readonly string[], rows: AsyncIterable<readonly (readonly Cell[])[]>): StreamableFile {
  return new StreamableFile(Readable.from(chunks(columns, rows)), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}
