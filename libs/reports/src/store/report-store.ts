import { Injectable } from '@nestjs/common';
import { DomainError, type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { RegisteredReport, ReportTerms } from '../domain/report.js';

const REPORT = `select id, code, source, name_lv as "nameLv", name_en as "nameEn", purpose_lv as "purposeLv", purpose_en as "purposeEn",
  owner_id as "ownerId", audience, cadence, bi, location, views, published, revision from reports.report`;

export type NewReport = Omit<RegisteredReport, 'published' | 'revision'>;

/** The register of reports. Every change raises the revision. */
@Injectable()
export class ReportStore {
  /** The ready set first, then what was registered, in its order; tens of them. */
  all(on: Queryable): Promise<RegisteredReport[]> {
    return on.query<RegisteredReport>(`${REPORT} order by position, code limit 1000`);
  }

  /** Throws `reports.not-found`. */
  async one(on: Queryable, code: string, lock = ''): Promise<RegisteredReport> {
    const [row] = await on.query<RegisteredReport>(`${REPORT} where code = $1 ${lock}`, [code]);
    if (!row) throw notFound('reports');
    return row;
  }

  lock(tx: Tx, code: string): Promise<RegisteredReport> {
    return this.one(tx, code, 'for update');
  }

  async byId(on: Queryable, id: string): Promise<RegisteredReport | undefined> {
    const [row] = await on.query<RegisteredReport>(`${REPORT} where id = $1`, [id]);
    return row;
  }

  /** Throws `reports.code-taken`. */
  async add(tx: Tx, report: NewReport): Promise<void> {
    const { id, code, source, nameLv, nameEn, purposeLv, purposeEn, ownerId, audience, cadence, bi, location, views } = report;
    const added = await tx.execute(
      `insert into reports.report (id, code, source, name_lv, name_en, purpose_lv, purpose_en, owner_id, audience, cadence, bi, location, views, position)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce(max(position), -1) + 1 from reports.report
       on conflict (code) do nothing`,
      [id, code, source, nameLv, nameEn, purposeLv, purposeEn, ownerId, audience, cadence, bi, location, views],
    );
    if (added === 0) throw new DomainError('reports.code-taken', { code }, 'conflict', [{ pointer: '/code', code: 'reports.code-taken' }]);
  }

  async setTerms(tx: Tx, id: string, { ownerId, audience, cadence, bi, location, views }: ReportTerms): Promise<void> {
    await tx.execute(
      `update reports.report set owner_id = $2, audience = $3, cadence = $4, bi = $5, location = $6, views = $7, revision = revision + 1 where id = $1`,
      [id, ownerId, audience, cadence, bi, location, views],
    );
  }

  async setPublished(tx: Tx, id: string, published: boolean): Promise<void> {
    await tx.execute(`update reports.report set published = $2, revision = revision + 1 where id = $1`, [id, published]);
  }

  /** Keeps how it stands from now on. */
  async keepPublication(
    tx: Tx,
    reportId: string,
    actorId: string,
    { published, bi }: Pick<RegisteredReport, 'published' | 'bi'>,
  ): Promise<void> {
    await tx.execute(`insert into reports.publication (report_id, at, published, bi, actor_id) values ($1, $2, $3, $4, $5)`, [
      ...[reportId, ts(await tx.instant())],
      ...[published, bi, actorId],
    ]);
  }

  /** KPI-15: reports that were published and shown in BI at an instant; null before the register began. */
  async availableAt(on: Queryable, at: Instant): Promise<number | null> {
    const [row] = await on.query<{ n: number; begun: boolean }>(
      `select count(*) filter (where available)::int as n, count(*) > 0 as begun from (
         select distinct on (report_id) published and bi as available from reports.publication where at <= $1 order by report_id, at desc
       ) s`,
      [ts(at)],
    );
    return row!.begun ? row!.n : null;
  }
}
