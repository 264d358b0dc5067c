import { formatInstant } from '#kernel';
import type { LoadPage } from '../../reads/load-page.js';
import type { LoadRow } from '../../reads/load-rows.js';

export class LoadCountsResponse {
  /** Tickets that were submitted, */
  arrived: number;
  /** that came back after their resolution, */
  reopened: number;
  /** that were resolved, each time, */
  resolved: number;
  /** and that were cancelled or merged. */
  cancelled: number;
}

export class HeatCellResponse extends LoadCountsResponse {
  /** From 1, Monday, to 7. */
  weekday: number;
  /** By the wall clock of Riga. */
  hour: number;
  /** How many such hours have begun within the days. */
  hours: number;
}

export class DayLoadResponse extends LoadCountsResponse {
  date: string;
  weekday: number;
  /** By the calendar LV-8x5. */
  working: boolean;
}

export class PartLoadResponse extends LoadCountsResponse {
  /** Null for what has none. */
  id: string | null;
  name: string;
}

export class LoadPartsResponse {
  institution: PartLoadResponse[];
  service: PartLoadResponse[];
  group: PartLoadResponse[];
}

export class LoadResponse {
  /** The first day; that of the first ticket where it came later. */
  from: string;
  to: string;
  /** Everything that happened before this instant is counted. */
  dataAt: string;
  whole: LoadCountsResponse;
  /** The 168 hours of a week, Monday midnight first. */
  heat: HeatCellResponse[];
  days: DayLoadResponse[];
  parts: LoadPartsResponse;

  static from(page: LoadPage): LoadResponse {
    const { from, to, dataAt, whole, heat, days, parts } = page;
    return {
      ...{ from, to, dataAt: formatInstant(dataAt), whole, heat: [...heat], days: [...days] },
      parts: { institution: [...parts.institution], service: [...parts.service], group: [...parts.group] },
    };
  }
}

export class LoadRowTicketResponse {
  id: string;
  number: string;
  title: string;
}

export class LoadRowResponse {
  id: string;
  /** When it happened; of what is open, when it came. */
  at: string;
  /** Null where the reader may not see the ticket. */
  ticket: LoadRowTicketResponse | null;
  /** The group that it is counted with. */
  group: string | null;
  /** Of what is open: its age in calendar days. */
  days: number | null;

  static from({ id, at, ticket, group, days }: LoadRow): LoadRowResponse {
    return { id, at: formatInstant(at), ticket, group, days };
  }
}

export class LoadRowsResponse {
  items: LoadRowResponse[];
  nextCursor: string | null;
}
