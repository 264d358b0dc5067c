import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { Instant, RecordedEvent } from '#kernel';
import { Database, eventFromRow, type Page, pageOf, readCursor, ts } from '#platform';

/** What to look for; what is left out does not narrow. */
export interface AuditQuery {
  /** An event's type, or the beginning of one up to a dot (`identity`). */
  readonly type?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly actorId?: string | undefined;
  /** Recorded at or after. */
  readonly from?: Instant | undefined;
  /** Recorded before. */
  readonly to?: Instant | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** An event as an auditor reads it. */
export interface AuditedEvent {
  readonly event: RecordedEvent;
  readonly recordedAt: Instant;
  readonly actorName: string | null;
}

type Row = Parameters<typeof eventFromRow>[0] & { readonly recorded_at: Instant };

/** The event log for auditors: everything that happened, refused attempts included, newest first. */
@Injectable()
export class AuditEvents {
  constructor(
    private readonly database: Database,
    private readonly identity: IdentityFacts,
  ) {}

  async page(query: AuditQuery): Promise<Page<AuditedEvent>> {
    const { type, subjectType, subjectId, actorId, from, to, cursor, limit } = query;
    const [before] = readCursor(cursor, 1) ?? [null];
    const prefix = type !== undefined && !type.includes('.') ? `${type}.%` : null;
    const rows = await this.database.query<Row>(
      `select id, at, recorded_at, type, version, subject_type, subject_id, actor_id, payload, imported from platform.event_log
       where ($1::bigint is null or id < $1) and ($2::text is null or type = $2) and ($3::text is null or type like $3)
         and ($4::text is null or subject_type = $4) and ($5::uuid is null or subject_id = $5) and ($6::uuid is null or actor_id = $6)
         and ($7::timestamptz is null or recorded_at >= $7) and ($8::timestamptz is null or recorded_at < $8)
       order by id desc limit $9`,
      [
        before,
        prefix === null ? (type ?? null) : null,
        prefix,
        subjectType ?? null,
        subjectId ?? null,
        actorId ?? null,
        ts(from),
        ts(to),
        limit + 1,
      ],
    );
    const page = pageOf(rows, limit, ({ id }) => [id]);
    const actorIds = [...new Set(page.items.flatMap(({ actor_id }) => actor_id ?? []))];
    const names = await this.identity.names(actorIds);
    const items = page.items.map((row) => ({
      event: eventFromRow(row),
      recordedAt: row.recorded_at,
      actorName: row.actor_id === null ? null : (names.get(row.actor_id) ?? null),
    }));
    return { items, nextCursor: page.nextCursor };
  }
}
