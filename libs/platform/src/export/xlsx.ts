import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { type Cell, type ExportTable, wallClock } from './table.js';

const HEAD = { type: String, fontWeight: 'bold', backgroundColor: '#eaeeec' } as const;
const NARROW = 10;
const WIDE = 48;

/** Tables as one workbook, a sheet for each. Every text is a cell of type text: nothing in it is ever run. */
export async function toXlsx(tables: readonly ExportTable[]): Promise<Buffer> {
  const names = new Set<string>();
  const sheets = tables.map((table): Sheet<never> => ({
    sheet: sheetName(table.title, names),
    data: [table.columns.map((name) => ({ ...HEAD, value: name })), ...table.rows.map((row) => row.map(cellOf))],
    columns: table.columns.map((name, at) => ({ width: widthOf(name, table, at) })),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function cellOf(cell: Cell): CellObject | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: visible(typeof cell === 'string' ? cell : wallClock(cell.at)), type: String };
}

/** Without the control characters that XML cannot hold. */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are exactly the ones that are meant
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** As Excel wants it: at most 31 characters, none of its own signs, each name once. */
function sheetName(title: string, taken: Set<string>): string {
  const clean =
    title
      .replace(/[\\/*?:[\]]/g, ' ')
      .slice(0, 28)
      .trim() || '1';
  let name = clean;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${clean} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}

function widthOf(name: string, { rows }: ExportTable, at: number): number {
  const lengths = rows.slice(0, 200).map((row) => {
    const cell = row[at] ?? null;
    return cell === null ? 0 : typeof cell === 'object' ? 19 : String(cell).length;
  });
  return Math.min(WIDE, Math.max(NARROW, name.length + 2, ...lengths.map((length) => length + 1)));
}
