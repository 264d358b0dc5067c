import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, pipeline } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import { DomainError } from '#kernel';
import { type EventLog, type RawEvent, toEventLog } from '../domain/event-log.js';
import { logRefused } from '../domain/log-error.js';
import { readTimes } from '../domain/read-times.js';

/** Which columns of a file are the case, the activity (several are joined by `+`) and the time. */
export interface LogColumns {
  readonly caseColumn: string;
  readonly activityColumns: readonly string[];
  readonly timeColumn: string;
  /** See `timeFormat`; without it common forms are recognised. */
  readonly timeFormat?: string | undefined;
}

const HEAD_BYTES = 65_536;

async function beginningOf(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isGzip = (begin: Buffer): boolean => begin[0] === 0x1f && begin[1] === 0x8b;

function placesOf(head: readonly string[], { caseColumn, activityColumns, timeColumn }: LogColumns) {
  const place = (column: string): number => {
    const at = head.indexOf(column);
    if (at < 0) throw logRefused('column-missing', { column, columns: head.join(', ').slice(0, 500) });
    return at;
  };
  return { case: place(caseColumn), activities: activityColumns.map(place), time: place(timeColumn) };
}

/** Of comma, semicolon and tab the one that stands in the head most often. What is damaged further on, reading will find. */
function delimiterOf(begin: Buffer): string {
  const bytes = isGzip(begin) ? gunzipSync(begin, { finishFlush: constants.Z_SYNC_FLUSH }) : begin;
  const head = bytes.toString('utf8').split(/[\r\n]/, 1)[0]!;
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** The rows of a file, plain or gzip: its first bytes tell, whatever it is called. An error of any part reaches whoever reads the rows. */
async function rowsOf(file: string): Promise<AsyncIterable<string[]>> {
  const begin = await beginningOf(file);
  const parser = parse({ bom: true, delimiter: delimiterOf(begin), skip_empty_lines: true, max_record_size: 10_000_000 });
  return pipeline(createReadStream(file), isGzip(begin) ? createGunzip() : new PassThrough(), parser, () => undefined);
}

/**
 * Reads an event log from a CSV file (comma, semicolon or tab; plain or gzip; UTF-8), each case sorted by time. Throws (invalid)
 * `processes.log.column-missing`, `.case-missing`, `.time-unreadable` (with the row, the head being the first), `.time-ambiguous`, `.time-format`,
 * `.not-csv`, `.damaged`, `.empty`.
 */
export async function readCsvLog(file: string, columns: LogColumns): Promise<EventLog> {
  const events: RawEvent[] = [];
  let places: ReturnType<typeof placesOf> | undefined;
  try {
    for await (const cells of await rowsOf(file)) {
      if (!places) {
        places = placesOf(cells, columns);
        continue;
      }
      const caseId = cells[places.case]!;
      if (caseId === '') throw logRefused('case-missing', { row: events.length + 2 });
      events.push({ caseId, activity: places.activities.map((at) => cells[at]!).join('+'), time: cells[places.time]! });
    }
  } catch (error) {
    throw faultOf(error);
  }
  if (events.length === 0) throw logRefused('empty');
  return toEventLog(events, timesOf(events, columns.timeFormat));
}

function faultOf(error: unknown): unknown {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  if (code.startsWith('CSV_')) return logRefused('not-csv', { detail: message });
  return code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' ? logRefused('damaged') : error;
}

function timesOf(events: readonly RawEvent[], format: string | undefined) {
  try {
    return readTimes(
      events.map(({ time }) => time),
      format,
    );
  } catch (error) {
    // The reader of the column counts from zero; whoever opens the file counts its rows, the head being the first.
    if (error instanceof DomainError && typeof error.params['index'] === 'number')
      throw logRefused('time-unreadable', { row: error.params['index'] + 2, text: String(error.params['text']) });
    throw error;
  }
}
