import { type Instant, parseInstant } from '#kernel';

/** A value of a table. An instant is written as a date on the wall clock of Riga, a number as a number, a text never as a formula. */
export type Cell = string | number | null | { readonly at: Instant };

/** The cell of a moment as responses write it, `2026-11-22T09:14:05+02:00`. */
export const instantCell = (text: string | null): Cell => (text === null ? null : { at: parseInstant(text) });

/** A table as a person reads it: it becomes a sheet, or a part of a CSV file. */
export interface ExportTable {
  /** The name of the sheet. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What may be asked for. */
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How many rows a file holds at most; whoever needs more takes them month by month. */
export const EXPORT_ROWS_MAX = 50_000;

const riga = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Riga',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `2026-11-22 09:14:05` on the wall clock of Riga: a form that spreadsheets of every language read as a date. */
export function wallClock(at: Instant): string {
  return riga.format(Math.floor(at / 1_000));
}
