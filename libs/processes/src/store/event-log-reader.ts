import type { EventLog, LogColumns } from '../domain/event-log.js';
import type { LogLimits } from '../domain/event-log-limits.js';
import { beginningOf, type LogBytes } from './event-log-bytes.js';
import { peekCsvLog, readCsvLog } from './read-csv-log.js';
import { peekXesLog, readXesLog, XES_COLUMNS } from './xes-log.js';

export type LogFormat = 'csv' | 'xes';

/** Rows that are shown to choose the columns by. */
const ROWS_SHOWN = 5;

/** What a log is written in: XES is XML, whatever the file is called. */
export async function formatOf(log: LogBytes): Promise<LogFormat> {
  return (await beginningOf(log)).trimStart().startsWith('<') ? 'xes' : 'csv';
}

/** The columns (or attributes) of a log and its first rows. */
export function peek(log: LogBytes, format: LogFormat): Promise<{ readonly columns: string[]; readonly rows: string[][] }> {
  return format === 'xes' ? peekXesLog(log, ROWS_SHOWN) : peekCsvLog(log, ROWS_SHOWN);
}

/** Reads a log of either format; of XES the columns may be left out. Throws `processes.log.columns-needed` where a CSV has none. */
export async function readEventLog(log: LogBytes, columns: LogColumns | undefined, limits?: LogLimits): Promise<EventLog> {
  if ((await formatOf(log)) === 'xes') return readXesLog(log, columns ?? XES_COLUMNS, limits);
  return readCsvLog(log, columns ?? { caseColumn: '', activityColumns: [''], timeColumn: '' }, limits);
}
