import { RefResponse } from '#identity';
import { ReportDocumentResponse } from './document.response.js';

/** A report as it was made at one moment; it never changes. */
export class ReportRunResponse {
  id: string;
  period: string;
  madeAt: string;
  /** Null where the schedule made it. */
  madeBy: RefResponse | null;
  definitionVersion: number;
  dataAt: string;
  locale: 'lv' | 'en';
  /** Of the document as it is kept. */
  sha256: string;
}

export class ReportRunsResponse {
  items: ReportRunResponse[];
  nextCursor: string | null;
}

export class ReportRunPageResponse extends ReportRunResponse {
  document: ReportDocumentResponse;
}
