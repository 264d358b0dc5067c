import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import { type EventLog, type LogColumns, type RawEvent, readEvents } from '../domain/event-log.js';
import { type LogLimits, UNLIMITED } from '../domain/event-log-limits.js';
import { logRefused } from '../domain/log-error.js';
import { beginningOf, type LogBytes, pour } from './event-log-bytes.js';

/** The names that XES itself gives to what every log has (IEEE 1849). */
export const XES_COLUMNS: LogColumns = { caseColumn: 'concept:name', activityColumns: ['concept:name'], timeColumn: 'time:timestamp' };

const ATTRIBUTES: ReadonlySet<string> = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);

type Attributes = Map<string, string>;

/** What follows an event, with its own attributes, those of its trace, and the line at which it ends. */
type Heard = (event: Attributes, trace: Attributes, at: { readonly trace: number; readonly line: number }) => void;

/** Hears the events of an XES log. Only attributes of events and traces themselves count: those of attributes, and globals, do not. */
function listen(parser: sax.SAXParser, heard: Heard): void {
  let [trace, event]: [Attributes | undefined, Attributes | undefined] = [undefined, undefined];
  let traces = 0;
  const open: string[] = [];
  parser.onopentag = ({ name, attributes }) => {
    const parent = open.at(-1);
    open.push(name);
    if (name === 'trace') [trace, traces] = [new Map(), traces + 1];
    else if (name === 'event') event = new Map();
    else if (ATTRIBUTES.has(name)) {
      const { key, value } = attributes as Readonly<Record<string, string>>;
      const of = parent === 'event' ? event : parent === 'trace' ? trace : undefined;
      if (of && key !== undefined && value !== undefined) of.set(key, value);
    }
  };
  parser.onclosetag = (name) => {
    open.pop();
    if (name === 'event' && event && trace) heard(event, trace, { trace: traces, line: parser.line + 1 });
    if (name === 'event') event = undefined;
    if (name === 'trace') trace = undefined;
  };
}

/** Throws `processes.log.not-xes` where the text is not well-formed, or no log. */
function strictParser(heard: Heard): sax.SAXParser {
  const parser = sax.parser(true, { position: true });
  listen(parser, heard);
  parser.onerror = (error) => {
    throw logRefused('not-xes', { detail: error.message.split('\n').slice(0, 2).join(', ') });
  };
  return parser;
}

/** The attributes that events of an XES log have, with the first values of each, to choose by. */
export async function peekXesLog(log: LogBytes, rows: number): Promise<{ readonly columns: string[]; readonly rows: string[][] }> {
  const events: Attributes[] = [];
  const parser = strictParser((event) => events.push(event));
  // The beginning is cut somewhere; what was heard until then is enough.
  parser.write(await beginningOf(log));
  const columns = [...new Set(events.flatMap((event) => [...event.keys()]))];
  return { columns, rows: events.slice(0, rows).map((event) => columns.map((key) => event.get(key) ?? '')) };
}

/**
 * Reads an event log in XES (plain or gzip), each case sorted by time. The case is named by an attribute of its trace; a trace without it by its
 * place. Throws (invalid) `processes.log.not-xes`, `.attribute-missing` and `.time-unreadable` with the line, and what `readCsvLog` throws of a whole log.
 */
export async function readXesLog(log: LogBytes, columns: LogColumns = XES_COLUMNS, limits: LogLimits = UNLIMITED): Promise<EventLog> {
  const { caseColumn, activityColumns, timeColumn, groupColumn } = columns;
  const events: RawEvent[] = [];
  const parser = strictParser((event, trace, { trace: nth, line }) => {
    const of = (key: string): string => {
      const value = event.get(key);
      if (value === undefined) throw logRefused('attribute-missing', { key, row: line });
      return value;
    };
    if (events.length >= limits.events) throw logRefused('too-many', { most: limits.events });
    events.push({
      ...{ caseId: trace.get(caseColumn) ?? String(nth), activity: activityColumns.map(of).join('+'), time: of(timeColumn), row: line },
      ...(groupColumn === undefined ? {} : { group: event.get(groupColumn) ?? '' }),
    });
  });
  await listenTo(parser, log, limits);
  return readEvents(events, columns.timeFormat);
}

async function listenTo(parser: sax.SAXParser, log: LogBytes, { bytes }: LogLimits): Promise<void> {
  const decoder = new StringDecoder('utf8');
  const through = new Transform({ transform: (chunk: Buffer, _, done) => done(null, chunk) });
  try {
    for await (const chunk of (await pour(log, through, bytes)) as AsyncIterable<Buffer>) parser.write(decoder.write(chunk));
    parser.write(decoder.end());
  } catch (error) {
    const { code = '' } = error as { readonly code?: string };
    throw code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' ? logRefused('damaged') : error;
  }
  parser.close();
}
