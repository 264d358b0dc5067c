import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Page, pageOf, type Queryable, readCursor, ts, type Tx } from '#platform';
import type { LogColumns } from '../domain/event-log.js';
import type { LogFormat } from './event-log-reader.js';

export type EventLogState = 'uploaded' | 'reading' | 'ready' | 'refused';

/** What was wrong with a log: a code of `processes.log.*` and what it names. */
export interface KeptFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A log that somebody took in. Its bytes are kept only until it was read. */
export interface KeptEventLog {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly bytes: number;
  readonly format: LogFormat;
  /** Its columns with the first rows, to choose by. */
  readonly head: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly columns: LogColumns | null;
  readonly state: EventLogState;
  readonly fault: KeptFault | null;
  readonly cases: number | null;
  readonly events: number | null;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly addedById: string;
  readonly addedAt: Instant;
}

/** A case of a log with its place in it. */
export interface LogCase {
  readonly position: number;
  readonly caseId: string;
  readonly endedAt: Instant;
  readonly activities: readonly string[];
  readonly stays: readonly number[];
  readonly working: readonly number[];
  readonly pingPong: boolean;
}

const COLUMNS = `id, name, file_name as "fileName", file_sha256 as "fileSha256", bytes, format, head, columns, state, fault, cases, events,
  first_at as "firstAt", last_at as "lastAt", added_by_id as "addedById", added_at as "addedAt"`;

type NewEventLog = Pick<KeptEventLog, 'id' | 'name' | 'fileName' | 'fileSha256' | 'format' | 'head' | 'addedById'>;

/** Event logs and their cases. */
@Injectable()
export class EventLogStore {
  async add(tx: Tx, log: NewEventLog, content: Buffer): Promise<void> {
    const { id, name, fileName, fileSha256, format, head, addedById } = log;
    await tx.execute(
      `insert into processes.event_log (id, name, file_name, file_sha256, bytes, format, head, content, added_by_id, added_at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)`,
      [id, name, fileName, fileSha256, content.length, format, JSON.stringify(head), content, addedById, ts(tx.now)],
    );
  }

  /** Throws `processes.event-log.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<KeptEventLog> {
    const [row] = await on.query<KeptEventLog>(`select ${COLUMNS} from processes.event_log where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('processes.event-log');
    return row;
  }

  /** Latest first. */
  async page(on: Queryable, cursor: string | undefined, limit: number): Promise<Page<KeptEventLog>> {
    const [at = null, id = null] = readCursor(cursor, 2) ?? [];
    const rows = await on.query<KeptEventLog>(
      `select ${COLUMNS} from processes.event_log where $1::timestamptz is null or (added_at, id) < ($1::timestamptz, $2::uuid)
       order by added_at desc, id desc limit $3`,
      [at, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [ts(row.addedAt), row.id]);
  }

  /** The bytes of a log that was not read yet. Throws `processes.event-log.not-found`. */
  async content(on: Queryable, id: string): Promise<Buffer> {
    const [row] = await on.query<{ content: Buffer | null }>(`select content from processes.event_log where id = $1`, [id]);
    if (!row?.content) throw notFound('processes.event-log');
    return row.content;
  }

  /** The columns are chosen and a run reads it. */
  async beginReading(tx: Tx, id: string, columns: LogColumns): Promise<void> {
    await tx.execute(`update processes.event_log set state = 'reading', columns = $2::jsonb, fault = null where id = $1`, [
      id,
      JSON.stringify(columns),
    ]);
  }

  async refuse(tx: Tx, id: string, fault: KeptFault): Promise<void> {
    await tx.execute(`delete from processes.event_log_case where log_id = $1`, [id]);
    await tx.execute(`update processes.event_log set state = 'refused', fault = $2::jsonb where id = $1`, [id, JSON.stringify(fault)]);
  }

  async addCases(tx: Tx, id: string, cases: readonly LogCase[]): Promise<void> {
    await tx.execute(
      `insert into processes.event_log_case (log_id, position, case_id, ended_at, activities, stays, working, ping_pong)
       select $1, position, case_id, ended_at, array(select jsonb_array_elements_text(activities)),
         array(select x::float8 from jsonb_array_elements_text(stays) x), array(select x::float8 from jsonb_array_elements_text(working) x), ping_pong
       from jsonb_to_recordset($2::jsonb) as r(position int, case_id text, ended_at timestamptz, activities jsonb, stays jsonb, working jsonb,
         ping_pong boolean)`,
      [
        id,
        JSON.stringify(
          cases.map(({ position, caseId, endedAt, pingPong, ...lists }) => ({
            ...{ position, case_id: caseId, ended_at: ts(endedAt), ping_pong: pingPong },
            ...lists,
          })),
        ),
      ],
    );
  }

  /** It is read: from here on its cases are the log, and its bytes are not needed any more. */
  async finish(
    tx: Tx,
    id: string,
    { events, firstAt, lastAt }: { readonly events: number; readonly firstAt: Instant; readonly lastAt: Instant },
  ): Promise<void> {
    await tx.execute(
      `update processes.event_log set state = 'ready', content = null, events = $2, first_at = $3, last_at = $4,
         cases = (select count(*) from processes.event_log_case where log_id = $1)
       where id = $1`,
      [id, events, ts(firstAt), ts(lastAt)],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.execute(`delete from processes.event_log where id = $1`, [id]);
  }
}
