import { ApiProperty } from '@nestjs/swagger';
import { COLUMN_KINDS, type ColumnKind, type ReportDocument } from '../../domain/report-document.js';

export class ReportColumnResponse {
  title: string;
  @ApiProperty({ enum: COLUMN_KINDS })
  kind: ColumnKind;
}

export class ReportRowResponse {
  /** One for each column: words, a number, or null where nothing is shown. */
  @ApiProperty({ type: 'array', items: { oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true } })
  cells: (string | number | null)[];
  /** Where the rows behind the line open in the web app. */
  opens: string | null;
}

export class ReportSectionResponse {
  title: string;
  note: string | null;
  opens: string | null;
  columns: ReportColumnResponse[];
  rows: ReportRowResponse[];
}

export class UsedDefinitionResponse {
  code: string;
  version: number;
}

/** A report in the reader's language; page, files and print are made from it. */
export class ReportDocumentResponse {
  code: string;
  title: string;
  period: string;
  /** Whose figures these are. */
  about: string;
  definitionVersion: number;
  definitions: UsedDefinitionResponse[];
  /** Everything until then is counted. */
  dataAt: string;
  conclusion: string[];
  sections: ReportSectionResponse[];

  static from({ definitions, conclusion, sections, ...head }: ReportDocument): ReportDocumentResponse {
    return {
      ...head,
      definitions: [...definitions],
      conclusion: [...conclusion],
      sections: sections.map(({ columns, rows, ...section }) => ({
        ...section,
        columns: [...columns],
        rows: rows.map(({ cells, opens }) => ({ cells: [...cells], opens })),
      })),
    };
  }
}
