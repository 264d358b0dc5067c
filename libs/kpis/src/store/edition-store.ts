import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';
import { type KpiCode } from '../domain/kpi.js';
import { type Month, monthDate, monthOfDate } from '../domain/month.js';
import { FACT_TABLES, type FactTable, readFact } from './fact-table.js';
import { KPI_FACTS } from './kpi-facts.js';

/** Why an edition was published: the freeze itself, or what a person, an import or a voided breach corrected. */
export type EditionCause = 'freeze' | 'correction' | 'import' | 'void';

/** An edition that replaced another. */
export interface Restated {
  readonly id: number;
  readonly number: number;
  readonly at: Instant;
  readonly cause: EditionCause;
  readonly reason: string;
  readonly actorId: string | null;
  readonly ticketId: string | null;
  readonly replacesId: number;
}

/** An edition as an auditor wants to see it: by which definition it was counted, and the hash of the rows that went in. */
export interface PublishedEdition {
  readonly id: number;
  readonly number: number;
  readonly definitionVersion: number;
  readonly frozenAt: Instant;
  readonly knownUntil: Instant;
  /** Null for a year of KPI-01 that was measured elsewhere. */
  readonly inputHash: string | null;
  readonly cause: EditionCause;
  readonly reason: string | null;
  readonly actorId: string | null;
}

/** One freeze of a month's figures, or what replaced it. */
export interface Edition {
  readonly id: number;
  readonly code: KpiCode;
  readonly month: Month;
  /** 1 is the freeze; restatements go on from it. */
  readonly number: number;
  readonly frozenAt: Instant;
  readonly knownUntil: Instant;
}

export interface NewEdition {
  readonly code: KpiCode;
  readonly month: Month;
  readonly definitionVersion: number;
  /** What was recorded from then on is not in it. */
  readonly knownUntil: Instant;
  readonly replaces: Edition | undefined;
  readonly reason: string | null;
  readonly actorId: string | null;
  readonly cause: EditionCause;
  /** The ticket whose void made it necessary. */
  readonly ticketId: string | null;
  readonly inputHash: string;
}

export interface Measurement {
  readonly dimension: string;
  readonly key: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Of an indicator that is no share, in its unit. */
  readonly median: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

/** Which living facts go into an edition. */
interface LivingFacts {
  readonly month: Month;
  readonly until: Instant;
  readonly groupIds: readonly string[] | null;
  readonly kind?: string | undefined;
}

interface EditionRow {
  id: number;
  code: KpiCode;
  month: string;
  number: number;
  frozen_at: Instant;
  known_until: Instant;
}

/** Frozen months. Editions and measurements are only ever added. */
@Injectable()
export class EditionStore {
  constructor(private readonly database: Database) {}

  /** The edition that a month is read from, or undefined while it is not frozen. */
  async latest(code: KpiCode, month: Month, on: Queryable = this.database): Promise<Edition | undefined> {
    const [row] = await on.query<EditionRow>(
      `select id, code, month, number, frozen_at, known_until from kpis.edition where code = $1 and month = $2 order by number desc limit 1`,
      [code, monthDate(month)],
    );
    return (
      row && {
        id: row.id,
        code: row.code,
        month: monthOfDate(row.month),
        number: row.number,
        frozenAt: row.frozen_at,
        knownUntil: row.known_until,
      }
    );
  }

  /** What replaced what in a month, oldest first; empty while the freeze stands. */
  async restatements(code: KpiCode, month: Month): Promise<Restated[]> {
    return this.database.query<Restated>(
      `select id, number, frozen_at as at, cause, reason, actor_id as "actorId", ticket_id as "ticketId", replaces_id as "replacesId"
       from kpis.edition where code = $1 and month = $2 and replaces_id is not null order by number`,
      [code, monthDate(month)],
    );
  }

  /** Everything that was published of a month, latest first. */
  async all(code: KpiCode, month: Month): Promise<PublishedEdition[]> {
    return this.database.query<PublishedEdition>(
      `select id, number, definition_version as "definitionVersion", frozen_at as "frozenAt", known_until as "knownUntil", input_hash as "inputHash",
         cause, reason, actor_id as "actorId" from kpis.edition where code = $1 and month = $2 order by number desc`,
      [code, monthDate(month)],
    );
  }

  /** The id of a month's edition by its number; undefined where there is none. */
  async byNumber(code: KpiCode, month: Month, number: number): Promise<number | undefined> {
    const [row] = await this.database.query<{ id: number }>(`select id from kpis.edition where code = $1 and month = $2 and number = $3`, [
      code,
      monthDate(month),
      number,
    ]);
    return row?.id;
  }

  /** Months that have facts and no edition yet, oldest first. */
  async unfrozenMonths(code: KpiCode): Promise<Month[]> {
    const months = KPI_FACTS[code].kinds.map((kind) => FACT_TABLES[kind]).map((table) => table.months.all(table.table));
    const rows = await this.database.query<{ month: string }>(
      `select distinct f.month from (${months.join(' union ')}) f
       where not exists (select 1 from kpis.edition e where e.code = $1 and e.month = f.month) order by f.month`,
      [code],
    );
    return rows.map((row) => monthOfDate(row.month));
  }

  /** When the first event was recorded here; a month frozen before that is history of another system. */
  async firstRecordedAt(on: Queryable = this.database): Promise<Instant | null> {
    const [row] = await on.query<{ at: Instant }>(`select recorded_at as at from platform.event_log order by id limit 1`);
    return row?.at ?? null;
  }

  async insert(tx: Tx, edition: NewEdition): Promise<number> {
    const { code, month, definitionVersion, knownUntil, replaces, reason, actorId, cause, ticketId, inputHash } = edition;
    const [row] = await tx.query<{ id: number }>(
      `insert into kpis.edition (code, month, number, definition_version, known_until, frozen_at, input_hash, replaces_id, reason, actor_id, cause, ticket_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        code,
        monthDate(month),
        (replaces?.number ?? 0) + 1,
        definitionVersion,
        ts(knownUntil),
        ts(tx.now),
        inputHash,
        replaces?.id ?? null,
        reason,
        actorId,
        cause,
        ticketId,
      ],
    );
    return row!.id;
  }

  /** Lets nobody else refresh facts or publish an edition until the transaction ends. */
  async lockFacts(tx: Tx): Promise<void> {
    await tx.execute('lock table kpis.ticket in share row exclusive mode');
  }

  /** Tickets of which something was known before an instant, and more after it: their facts of then must be folded anew. */
  async ticketsAcross(tx: Tx, until: Instant): Promise<string[]> {
    const rows = await tx.query<{ ticket_id: string }>(
      `select ticket_id from kpis.ticket where first_known_at < $1 and last_known_at >= $1 order by ticket_id`,
      [ts(until)],
    );
    return rows.map((row) => row.ticket_id);
  }

  /** The living facts of a month whose tickets were fully known before an instant. `groupIds` narrows to groups, null takes all. */
  async livingFacts<Fact extends object>(tx: Tx, table: FactTable<Fact>, { month, until, groupIds, kind }: LivingFacts): Promise<Fact[]> {
    const names = Object.keys(table.columns).map((name) => `f.${name}`);
    const rows = await tx.query(
      `select ${names.join(', ')} from ${table.table} f join kpis.ticket t on t.ticket_id = f.ticket_id
       where f.edition = 0 and ${table.months.sql('$1::date')} and t.last_known_at < $2 and ($3::uuid[] is null or f.group_id = any($3))
         ${kind ? 'and f.kind = $4' : ''}`,
      [monthDate(month), ts(until), groupIds, ...(kind ? [kind] : [])],
    );
    return rows.map((row) => readFact(table, row));
  }

  async saveMeasurements(tx: Tx, editionId: number, measurements: readonly Measurement[]): Promise<void> {
    await tx.execute(
      `insert into kpis.measurement (edition_id, dimension, key, numerator, denominator, low, high, median, p90, mean)
       select $2, dimension, key, numerator, denominator, low, high, median, p90, mean
       from jsonb_to_recordset($1::jsonb)
         as r(dimension text, key text, numerator int, denominator int, low float8, high float8, median float8, p90 float8, mean float8)`,
      [JSON.stringify(measurements), editionId],
    );
  }
}
