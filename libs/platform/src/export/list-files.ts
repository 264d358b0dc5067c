import { Injectable, type StreamableFile } from '@nestjs/common';
import { type Page, PAGE_MAX } from '../http/cursor.js';
import { type Locale, Texts } from '../i18n/texts.js';
import { sendExport } from './send-export.js';
import { sendRows } from './send-rows.js';
import { type Cell, EXPORT_ROWS_MAX, type ExportFormat } from './table.js';

/** A workbook is put together in memory; a text file leaves page by page. */
const ROWS_AT_MOST: Readonly<Record<ExportFormat, number>> = { csv: EXPORT_ROWS_MAX, xlsx: 10_000 };

/** What a list is as a file. */
export interface ListFile {
  /** Of the file, without its ending: plain letters, digits and hyphens. */
  readonly name: string;
  /** The key of the text that names its sheet. */
  readonly title: string;
  /** The keys of the texts above its columns. */
  readonly columns: readonly string[];
}

/** A page of the list in cells, as its filters and its reader's scope have it. */
export type ReadCells = (place: { readonly limit: number; readonly cursor: string | undefined }) => Promise<Page<readonly Cell[]>>;

/** Any list as a file: the same rows, filters and scope as on the screen, up to a bound that the last row tells of. */
@Injectable()
export class ListFiles {
  constructor(private readonly texts: Texts) {}

  /** The first page is read before anything is sent: what the list refuses is refused as it is on the screen. */
  async send(locale: Locale, format: ExportFormat, { name, title, columns }: ListFile, read: ReadCells): Promise<StreamableFile> {
    const heads = columns.map((column) => this.texts.say(locale, column));
    const first = await read({ limit: PAGE_MAX, cursor: undefined });
    const rows = this.rows(locale, ROWS_AT_MOST[format], first, read);
    if (format === 'csv') return sendRows(name, heads, rows);
    const all: (readonly Cell[])[] = [];
    for await (const some of rows) all.push(...some);
    return sendExport(format, name, [{ title: this.texts.say(locale, title), columns: heads, rows: all }]);
  }

  /** The rows page by page; the last one says so where there are more than a file may hold. */
  private async *rows(locale: Locale, most: number, first: Page<readonly Cell[]>, read: ReadCells): AsyncGenerator<(readonly Cell[])[]> {
    let page = first;
    let left = most;
    for (;;) {
      left -= page.items.length;
      yield page.items;
      if (page.nextCursor === null) return;
      if (left <= 0) break;
      page = await read({ limit: Math.min(PAGE_MAX, left), cursor: page.nextCursor });
    }
    yield [[this.texts.say(locale, 'platform.export-cut', { most })]];
  }
}
