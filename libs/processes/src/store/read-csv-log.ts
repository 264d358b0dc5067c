import { parse } from 'csv-parse';
import { type EventLog, type LogColumns, type RawEvent, readEvents } from '../domain/event-log.js';
import { logRefused } from '../domain/log-error.js';
import { type LogLimits, UNLIMITED } from '../domain/event-log-limits.js';
import { beginningOf, type LogBytes, pour } from './event-log-bytes.js';

function placesOf(head: readonly string[], { caseColumn, activityColumns, timeColumn, groupColumn }: LogColumns) {
  const place = (column: string): number => {
    const at = head.indexOf(column);
    if (at < 0) throw logRefused('column-missing', { column, columns: head.join(', ').slice(0, 500) });
    return at;
  };
  const group = groupColumn === undefined ? undefined : place(groupColumn);
  return { case: place(caseColumn), activities: activityColumns.map(place), time: place(timeColumn), group };
}

/** Of comma, semicolon and tab the one that stands in the head most often. */
function delimiterOf(beginning: string): string {
  const head = beginning.split(/[\r\n]/, 1)[0]!;
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

const parserOf = (beginning: string, to?: number) =>
  parse({
    ...{ bom: true, delimiter: delimiterOf(beginning), skip_empty_lines: true, max_record_size: 10_000_000 },
    ...(to === undefined ? {} : { to }),
  });

/** The head of a CSV log and the first rows below it, to choose the columns by. Throws (invalid) `processes.log.*`. */
export async function peekCsvLog(log: LogBytes, rows: number): Promise<{ readonly columns: string[]; readonly rows: string[][] }> {
  const beginning = await beginningOf(log);
  // Rows at the end of the beginning may be cut; a few whole ones are enough.
  const lines = parserOf(beginning, rows + 1);
  lines.end(beginning.slice(0, beginning.lastIndexOf('\n') + 1 || undefined));
  const found: string[][] = [];
  try {
    for await (const cells of lines as AsyncIterable<string[]>) found.push(cells);
  } catch (error) {
    if (found.length === 0) throw faultOf(error);
  }
  const [columns = [], ...below] = found;
  return { columns, rows: below };
}

/**
 * Reads an event log from a CSV file (comma, semicolon or tab; plain or gzip; UTF-8), each case sorted by time. Throws (invalid)
 * `processes.log.column-missing`, `.case-missing`, `.time-unreadable` (with the row, the head being the first), `.time-ambiguous`, `.time-format`,
 * `.not-csv`, `.damaged`, `.empty`, `.too-large`, `.too-many`.
 */
export async function readCsvLog(log: LogBytes, columns: LogColumns, limits: LogLimits = UNLIMITED): Promise<EventLog> {
  const events: RawEvent[] = [];
  let places: ReturnType<typeof placesOf> | undefined;
  try {
    const rows: AsyncIterable<string[]> = await pour(log, parserOf(await beginningOf(log)), limits.bytes);
    for await (const cells of rows) {
      if (!places) {
        places = placesOf(cells, columns);
        continue;
      }
      const { case: at, activities, time, group } = places;
      const row = events.length + 2;
      const caseId = cells[at]!;
      if (caseId === '') throw logRefused('case-missing', { row });
      if (events.length >= limits.events) throw logRefused('too-many', { most: limits.events });
      events.push({
        ...{ caseId, row, activity: activities.map((place) => cells[place]!).join('+'), time: cells[time]! },
        ...(group === undefined ? {} : { group: cells[group]! }),
      });
    }
  } catch (error) {
    throw faultOf(error);
  }
  return readEvents(events, columns.timeFormat);
}

function faultOf(error: unknown): unknown {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  if (code.startsWith('CSV_')) return logRefused('not-csv', { detail: message });
  return code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' ? logRefused('damaged') : error;
}
