import { formatInstant } from '#kernel';
import { valueOf } from '#ratings';
import { FigureResponse } from '#platform';
import type { KpiPage } from '../../reads/kpi-page.js';
import type { KpiRow } from '../../reads/kpi-rows.js';
import { KeyedFigureResponse, TrendPointResponse } from './figure.response.js';

export class KpiResponse {
  code: 'KPI-02' | 'KPI-09';
  name: string;
  period: string;
  definitionVersion: number;
  /** In percent; the target set last for the period's year or one before it. */
  target: number | null;
  overall: FigureResponse;
  rows: KeyedFigureResponse[];
  trend: TrendPointResponse[];
  /** Everything that happened before this instant is counted; for a frozen month, what was known until then. */
  asOf: string;

  static from(page: KpiPage): KpiResponse {
    return { ...page, rows: [...page.rows], trend: [...page.trend], asOf: formatInstant(page.asOf) };
  }
}

export class KpiRowTicketResponse {
  id: string;
  number: string;
  title: string;
}

export class KpiRowClockResponse {
  kind: 'response' | 'resolution' | 'ola' | 'supplier' | 'statutory_warning' | 'statutory_notification' | 'statutory_final';
  cycle: number;
  outcome: 'met' | 'breached';
  state: string;
  priority: number;
}

export class KpiRowResponse {
  id: string;
  /** The outcome instant of the clock, or when the rating was given. */
  at: string;
  /** Null where the actor may not see the ticket. */
  ticket: KpiRowTicketResponse | null;
  clock: KpiRowClockResponse | null;
  rating: 'bad' | 'satisfactory' | 'good' | null;

  static from(row: KpiRow): KpiRowResponse {
    return {
      id: row.id,
      at: formatInstant(row.at),
      ticket: row.ticket,
      clock: row.clock,
      rating: row.rating === null ? null : valueOf(row.rating),
    };
  }
}

export class KpiRowsResponse {
  items: KpiRowResponse[];
  nextCursor: string | null;
}

export class RecountResponse {
  /** Tickets that were looked at. */
  tickets: number;
  /** Facts and cells that did not say what the events say. */
  differences: number;
  /** How many of them say it now. */
  healed: number;
}

export class RestatementResponse {
  /** The edition that the month is read from now; 1 is the freeze. */
  edition: number;
}
