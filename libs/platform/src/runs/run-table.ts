import { randomUUID } from 'node:crypto';
import type { Json } from '#kernel';
import type { Queryable, Tx } from '../database/transaction.js';
import type { NewRun, Run, RunFacts, Slice } from './run.js';

const COLUMNS = `id, kind, state, subject, actor_id as "actorId", request, total, done, cursor, progress, slices, result, error,
  created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`;
const ACTIVE = `state in ('waiting', 'running')`;
/** So many slices in a row may fail before the run is given up. */
const FAILURES = 5;

/** A module's table of runs; all of them have the same columns (`runTableSchema`). */
export class RunTable<Kind extends string> {
  /** `name` with its schema, such as `sla.run`. */
  constructor(readonly name: `${string}.run`) {}

  /** Lays down a run that waits for a worker; undefined where the subject has one that is not finished. */
  async insert(tx: Tx, { kind, subject, actorId, request }: NewRun<Kind>): Promise<Run<Kind> | undefined> {
    const [run] = await tx.query<Run<Kind>>(
      `insert into ${this.name} (id, kind, subject, actor_id, request) values ($1, $2, $3, $4, $5::jsonb)
       on conflict (kind, subject) where ${ACTIVE} do nothing returning ${COLUMNS}`,
      [randomUUID(), kind, subject, actorId, JSON.stringify(request)],
    );
    return run;
  }

  /** Takes a run that is not finished for one slice; undefined where it is finished, or another worker has it. */
  async take(tx: Tx, id: string): Promise<Run<Kind> | undefined> {
    const [run] = await tx.query<Run<Kind>>(`select ${COLUMNS} from ${this.name} where id = $1 and ${ACTIVE} for update skip locked`, [id]);
    return run;
  }

  /** Keeps what a slice did, in the slice's own transaction: what was done and how far it is can never disagree. */
  async saveSlice(tx: Tx, id: string, { done, total, cursor, progress, end }: Slice): Promise<void> {
    await tx.execute(
      `update ${this.name} set state = case when $6::boolean then 'done' else 'running' end, done = $2, total = $3, cursor = $4, progress = $5::jsonb,
         slices = slices + 1, failures = 0, error = null, started_at = coalesce(started_at, clock_timestamp()), touched_at = clock_timestamp(),
         finished_at = case when $6 then clock_timestamp() end, result = $7::jsonb, details = $8::jsonb
       where id = $1`,
      [id, done, total, cursor, JSON.stringify(progress), end !== undefined, jsonOrNull(end?.result), jsonOrNull(end?.details)],
    );
  }

  /** Notes that a slice failed; the fifth in a row ends the run. */
  async noteFailure(on: Queryable, id: string, error: string): Promise<void> {
    await on.query(
      `update ${this.name} set failures = failures + 1, touched_at = clock_timestamp(), error = left($2, 500),
         state = case when failures + 1 >= $3 then 'failed' else state end,
         finished_at = case when failures + 1 >= $3 then clock_timestamp() end
       where id = $1 and ${ACTIVE}`,
      [id, error, FAILURES],
    );
  }

  /** Ends runs before their time; waits for the slice that is under way. Answers the ids of those that it ended. */
  async cancel(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update ${this.name} set state = 'cancelled', finished_at = clock_timestamp() where id = any($1::uuid[]) and ${ACTIVE} returning id`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Runs that nobody has worked on for so many seconds: their job was lost, or its worker. `round` changes every half minute, for the name of a
   * job that is to coalesce with its like and yet not with one that failed long ago.
   */
  async idle(on: Queryable, seconds: number): Promise<{ id: string; round: number }[]> {
    return on.query(
      `select id, floor(extract(epoch from clock_timestamp()) / 30)::bigint as round from ${this.name}
       where ${ACTIVE} and coalesce(touched_at, created_at) < clock_timestamp() - make_interval(secs => $1 * (1 + failures)) order by created_at`,
      [seconds],
    );
  }

  async find(on: Queryable, id: string): Promise<Run<Kind> | undefined> {
    const [run] = await on.query<Run<Kind>>(`select ${COLUMNS} from ${this.name} where id = $1`, [id]);
    return run;
  }

  /** The rows that a finished run keeps beside its result. */
  async details<Row>(on: Queryable, id: string): Promise<readonly Row[]> {
    const [row] = await on.query<{ details: readonly Row[] | null }>(`select details from ${this.name} where id = $1`, [id]);
    return row?.details ?? [];
  }

  /** Runs of these kinds, latest first. */
  async list(on: Queryable, kinds: readonly Kind[], subject: string | null, limit: number): Promise<Run<Kind>[]> {
    return on.query<Run<Kind>>(
      `select ${COLUMNS} from ${this.name} where kind = any($1::text[]) and ($2::uuid is null or subject = $2) order by created_at desc, id limit $3`,
      [kinds, subject, limit],
    );
  }

  /** Runs of a kind that are not finished and whose request says so. */
  async active(on: Queryable, kind: Kind, request: RunFacts): Promise<Run<Kind>[]> {
    return on.query<Run<Kind>>(
      `select ${COLUMNS} from ${this.name} where ${ACTIVE} and kind = $1 and request @> $2::jsonb order by created_at`,
      [kind, JSON.stringify(request)],
    );
  }
}

function jsonOrNull(value: RunFacts | readonly Json[] | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
