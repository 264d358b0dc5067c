import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Extension, ImplementationReport } from '../domain/recommendation.js';

const EXTENSION = `select id, due_on as "dueOn", reason, asked_by_id as "askedById", asked_at as "askedAt", decided_by_id as "decidedById",
  decided_at as "decidedAt", granted, decision_note as "decisionNote", counts from processes.recommendation_extension`;
const REPORT = `select id, implemented_on as "implementedOn", note, file_name as "fileName", file_sha256 as "fileSha256",
  reported_by_id as "reportedById", reported_at as "reportedAt", decided_by_id as "decidedById", decided_at as "decidedAt", accepted,
  decision_note as "decisionNote" from processes.implementation_report`;

/** What owners answer to recommendations: extensions asked for, and reports with their evidence. Neither is changed once it is decided. */
@Injectable()
export class RecommendationAnswers {
  /** Of one recommendation, the latest first. */
  extensions(on: Queryable, recommendationId: string): Promise<Extension[]> {
    return on.query<Extension>(`${EXTENSION} where recommendation_id = $1 order by asked_at desc, id`, [recommendationId]);
  }

  reports(on: Queryable, recommendationId: string): Promise<ImplementationReport[]> {
    return on.query<ImplementationReport>(`${REPORT} where recommendation_id = $1 order by reported_at desc, id`, [recommendationId]);
  }

  async askExtension(
    tx: Tx,
    recommendationId: string,
    { id, dueOn, reason }: Pick<Extension, 'id' | 'dueOn' | 'reason'>,
    byId: string,
  ): Promise<void> {
    await tx.execute(
      `insert into processes.recommendation_extension (id, recommendation_id, due_on, reason, asked_by_id, asked_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, recommendationId, dueOn, reason, byId, ts(tx.now)],
    );
  }

  async decideExtension(
    tx: Tx,
    id: string,
    { granted, note, counts }: { readonly granted: boolean; readonly note: string | null; readonly counts: boolean },
    byId: string,
  ): Promise<void> {
    await tx.execute(
      `update processes.recommendation_extension set granted = $2, decision_note = $3, counts = $4, decided_by_id = $5, decided_at = $6
       where id = $1`,
      [id, granted, note, counts, byId, ts(tx.now)],
    );
  }

  async report(
    tx: Tx,
    recommendationId: string,
    { id, implementedOn, note }: Pick<ImplementationReport, 'id' | 'implementedOn' | 'note'>,
    byId: string,
  ): Promise<void> {
    await tx.execute(
      `insert into processes.implementation_report (id, recommendation_id, implemented_on, note, reported_by_id, reported_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, recommendationId, implementedOn, note, byId, ts(tx.now)],
    );
  }

  async file(tx: Tx, id: string, { name, sha256, bytes }: { name: string; sha256: string; bytes: Buffer }): Promise<void> {
    await tx.execute(`update processes.implementation_report set file_name = $2, file_sha256 = $3, file = $4 where id = $1`, [
      id,
      name,
      sha256,
      bytes,
    ]);
  }

  async decideReport(
    tx: Tx,
    id: string,
    { accepted, note }: { readonly accepted: boolean; readonly note: string | null },
    byId: string,
  ): Promise<void> {
    await tx.execute(
      `update processes.implementation_report set accepted = $2, decision_note = $3, decided_by_id = $4, decided_at = $5 where id = $1`,
      [id, accepted, note, byId, ts(tx.now)],
    );
  }

  /** The evidence itself. Throws `processes.recommendation.not-found` where there is none. */
  async fileOf(on: Queryable, recommendationId: string, id: string): Promise<{ name: string; bytes: Buffer }> {
    const [row] = await on.query<{ name: string; bytes: Buffer }>(
      `select file_name as name, file as bytes from processes.implementation_report
       where id = $1 and recommendation_id = $2 and file is not null`,
      [id, recommendationId],
    );
    if (!row) throw notFound('processes.recommendation');
    return row;
  }
}
