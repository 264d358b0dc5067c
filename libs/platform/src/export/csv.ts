import { stringify } from 'csv-stringify/sync';
import { type Cell, type ExportTable, wallClock } from './table.js';

/** What makes a spreadsheet take a text for a formula, also after blanks; the wide forms are read as the narrow ones. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A text that no spreadsheet runs: one that looks like a formula gets an apostrophe in front. */
export function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Tables as CSV for Excel with Latvian settings: UTF-8 with a byte order mark, semicolons, decimal commas, CRLF. Several tables
 * follow each other with an empty line between, each under its title. Texts are never formulas.
 */
export function toCsv(tables: readonly ExportTable[]): Buffer {
  const records: string[][] = tables.flatMap(({ title, columns, rows }, at) => [
    ...(tables.length > 1 ? [...(at > 0 ? [[]] : []), [harmless(title)]] : []),
    columns.map(harmless),
    ...rows.map((row) => row.map(written)),
  ]);
  return lines(records, true);
}

/** The first line of a file whose rows follow by `csvRows`, in the form of `toCsv`. */
export function csvHead(columns: readonly string[]): Buffer {
  return lines([columns.map(harmless)], true);
}

export function csvRows(rows: readonly (readonly Cell[])[]): Buffer {
  return lines(
    rows.map((row) => row.map(written)),
    false,
  );
}

function lines(records: readonly (readonly string[])[], bom: boolean): Buffer {
  return Buffer.from(stringify([...records], { bom, delimiter: ';', record_delimiter: 'windows', escape_formulas: false }), 'utf8');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' ? harmless(cell) : wallClock(cell.at);
}
