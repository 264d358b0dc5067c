import { parseInstant } from '#kernel';
import type { ReportCell, ReportColumn, ReportDocument } from './report-document.js';

/** What a table holds; the export of the platform takes the same. */
type SavedCell = string | number | null | { readonly at: ReturnType<typeof parseInstant> };

export interface SavedTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SavedCell[])[];
}

/** What stands on the first sheet beside the figures, in the reader's words. */
export interface HeadWords {
  readonly head: string;
  readonly period: string;
  readonly about: string;
  readonly definition: string;
  readonly indicators: string;
  readonly dataAt: string;
  readonly conclusion: string;
}

/** The document as tables to save: what it is, and a table for each section. */
export function exportTables(document: ReportDocument, words: HeadWords): SavedTable[] {
  const { title, period, about, definitionVersion, definitions, dataAt, conclusion, sections } = document;
  const head: SavedCell[][] = [
    [words.period, period],
    [words.about, about],
    [words.definition, definitionVersion],
    [words.indicators, definitions.map(({ code, version }) => `${code} v${version}`).join(', ') || null],
    [words.dataAt, { at: parseInstant(dataAt) }],
    ...conclusion.map((sentence, at): SavedCell[] => [at === 0 ? words.conclusion : null, sentence]),
    ...sections.flatMap(({ title: of, note }): SavedCell[][] => (note === null ? [] : [[of, note]])),
  ];
  return [
    { title: words.head, columns: [title, ''], rows: head },
    ...sections.map((section) => ({
      title: section.title,
      columns: section.columns.map(({ title: column }) => column),
      rows: section.rows.map(({ cells }) => cells.map((cell, at) => savedCell(cell, section.columns[at]))),
    })),
  ];
}

function savedCell(cell: ReportCell, column: ReportColumn | undefined): SavedCell {
  return column?.kind === 'instant' && typeof cell === 'string' ? { at: parseInstant(cell) } : cell;
}
