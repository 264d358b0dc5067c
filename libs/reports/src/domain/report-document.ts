/**
 * What the cells of a column are: words, a number of things, a share in percent, the bounds of its interval, hours, calendar days, an instant
 * (ISO 8601, UTC).
 */
export const COLUMN_KINDS = ['text', 'count', 'percent', 'low', 'high', 'hours', 'days', 'instant'] as const;

export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface ReportColumn {
  readonly title: string;
  readonly kind: ColumnKind;
}

/** Null where there is nothing, or where what there is may not be shown; the section's note tells which. */
export type ReportCell = string | number | null;

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  /** Where the very rows behind this line open in the web app. */
  readonly opens: string | null;
}

export interface ReportSection {
  readonly title: string;
  /** What has to be known to read it; null where nothing has. */
  readonly note: string | null;
  /** Where the same figures stand in the web app with everything about them. */
  readonly opens: string | null;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

/** An indicator that the report tells of, and the version of its definition. */
export interface UsedDefinition {
  readonly code: string;
  readonly version: number;
}

/** A report in one language: the page, the files and the print are all made from it. */
export interface ReportDocument {
  readonly code: string;
  readonly title: string;
  /** `2026-11`, `2026`, or the day of what is told as of now. */
  readonly period: string;
  /** Whose figures these are, in words: the whole Centre, or these institutions and groups. */
  readonly about: string;
  /** Of the report itself: what it holds and how it is laid out. */
  readonly definitionVersion: number;
  readonly definitions: readonly UsedDefinition[];
  /** Everything until then is counted (ISO 8601, UTC). */
  readonly dataAt: string;
  /** In sentences, computed from the figures below. */
  readonly conclusion: readonly string[];
  readonly sections: readonly ReportSection[];
}
