import { RefResponse } from '#identity';
import { FigureResponse } from '#platform';

export class InstitutionFigureResponse {
  /** Such as `KPI-09`. */
  code: string;
  name: string;
  /** In percent; null where none is set. */
  target: number | null;
  figure: FigureResponse;
}

/** How an institution is served: what is open now, and a month's figures. */
export class InstitutionOverviewResponse {
  /** Those that the reader coordinates, by name. */
  institutions: RefResponse[];
  /** `2026-11` */
  month: string;
  /** Open now; counting stops at 10,000. */
  open: number;
  /** Of them, those past a deadline. */
  late: number;
  /** Submitted in the month; counting stops at 10,000. */
  submitted: number;
  /** Resolved in the month and not reopened since. */
  resolved: number;
  /** Kept promises (KPI-09). */
  inTime: InstitutionFigureResponse;
  /** Satisfied users (KPI-02); hidden where few gave an opinion. */
  satisfied: InstitutionFigureResponse;
  /** Everything that happened before this instant is in the month's figures. */
  asOf: string;
}
