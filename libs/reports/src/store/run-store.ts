import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { type Instant, notFound, parseInstant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { ReportDocument } from '../domain/report-document.js';

export interface KeptRun {
  readonly id: string;
  readonly period: string;
  readonly scope: string;
  readonly locale: Locale;
  readonly cause: 'asked' | 'schedule';
  readonly madeAt: Instant;
  readonly madeById: string | null;
  readonly definitionVersion: number;
  readonly dataAt: Instant;
  readonly sha256: string;
}

export interface NewRun {
  readonly reportId: string;
  readonly scope: string;
  readonly locale: Locale;
  /** Null where it was made by the schedule. */
  readonly madeById: string | null;
  readonly document: ReportDocument;
}

const RUN = `id, period, scope, locale, cause, made_at as "madeAt", made_by_id as "madeById", definition_version as "definitionVersion",
  data_at as "dataAt", sha256`;

/** Which runs somebody may see: his own scope's, or all (`null`). */
type SeenScope = string | null;

/** The runs that were kept: never changed, never deleted. */
@Injectable()
export class RunStore {
  /** Answers the run's id. */
  async keep(tx: Tx, { reportId, scope, locale, madeById, document }: NewRun): Promise<string> {
    const id = randomUUID();
    const text = JSON.stringify(document);
    await tx.execute(
      `insert into reports.run (id, report_id, period, scope, locale, cause, made_at, made_by_id, definition_version, data_at, document, sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12)`,
      [
        ...[id, reportId, document.period, scope, locale, madeById === null ? 'schedule' : 'asked', ts(tx.now), madeById],
        ...[document.definitionVersion, ts(parseInstant(document.dataAt)), text, createHash('sha256').update(text).digest('hex')],
      ],
    );
    return id;
  }

  /** Latest first; `after` is the last one of the page before (instant and id). */
  page(on: Queryable, reportId: string, scope: SeenScope, after: readonly [string, string] | undefined, limit: number): Promise<KeptRun[]> {
    const seen = scope === null ? '' : 'and scope = $5';
    return on.query<KeptRun>(
      `select ${RUN} from reports.run where report_id = $1 and ($2::timestamptz is null or (made_at, id) < ($2, $3::uuid)) ${seen}
       order by made_at desc, id desc limit $4`,
      [reportId, after?.[0] ?? null, after?.[1] ?? null, limit, ...(scope === null ? [] : [scope])],
    );
  }

  /** Throws `reports.run.not-found` where there is none that the scope may see. */
  async one(on: Queryable, reportId: string, id: string, scope: SeenScope): Promise<KeptRun & { readonly document: ReportDocument }> {
    const [row] = await on.query<KeptRun & { readonly document: ReportDocument }>(
      `select ${RUN}, document from reports.run where report_id = $1 and id = $2 and ($3::text is null or scope = $3)`,
      [reportId, id, scope],
    );
    if (!row) throw notFound('reports.run');
    return row;
  }

  /** The run that the schedule made for equal readers since an instant; two of them get the same one. */
  async scheduledSince(
    on: Queryable,
    { reportId, period, scope, locale, since }: { reportId: string; period: string; scope: string; locale: Locale; since: Instant },
  ): Promise<string | undefined> {
    const [row] = await on.query<{ id: string }>(
      `select id from reports.run where report_id = $1 and scope = $2 and made_at >= $3 and cause = 'schedule' and period = $4 and locale = $5
       order by made_at desc, id desc limit 1`,
      [reportId, scope, ts(since), period, locale],
    );
    return row?.id;
  }
}
