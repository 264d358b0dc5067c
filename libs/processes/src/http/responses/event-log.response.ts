import { RefResponse } from '#identity';

export class EventLogColumnsResponse {
  caseColumn: string;
  activityColumns: string[];
  timeColumn: string;
  timeFormat: string | null;
  groupColumn: string | null;
}

/** Columns of the file, or attributes of its events, with its first rows. */
export class EventLogHeadResponse {
  columns: string[];
  rows: string[][];
}

/** An event log of another system. */
export class EventLogResponse {
  id: string;
  name: string;
  fileName: string;
  /** Hex. */
  fileSha256: string;
  bytes: number;
  format: 'csv' | 'xes';
  state: 'uploaded' | 'reading' | 'ready' | 'refused';
  /** Why it was refused, in words, with the row. */
  fault: string | null;
  columns: EventLogColumnsResponse | null;
  /** Until it was read. */
  head: EventLogHeadResponse | null;
  /** Cases read so far, and all; while it is read. */
  done: number | null;
  total: number | null;
  cases: number | null;
  events: number | null;
  firstAt: string | null;
  lastAt: string | null;
  addedBy: RefResponse;
  addedAt: string;
  abilities: EventLogAbilitiesResponse;
}

export class EventLogAbilitiesResponse {
  read: boolean;
  remove: boolean;
}

export class EventLogsResponse {
  items: EventLogResponse[];
  nextCursor: string | null;
  /** May the reader take one in? */
  add: boolean;
}
