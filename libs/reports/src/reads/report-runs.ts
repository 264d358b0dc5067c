import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { formatInstant } from '#kernel';
import { Database, type ExportTable, pageOf, readCursor } from '#platform';
import { runScope, scopeKey } from '../domain/report-access.js';
import type { ReportDocument } from '../domain/report-document.js';
import { ReportDocumentResponse } from '../http/responses/document.response.js';
import type { ReportRunPageResponse, ReportRunResponse, ReportRunsResponse } from '../http/responses/run.response.js';
import { type KeptRun, RunStore } from '../store/run-store.js';
import { ComposeReport } from './compose-report.js';
import { ReadableReports } from './readable-reports.js';

type Names = ReadonlyMap<string, string>;

/** Reports as they are now, and as they were kept. A kept run is seen by whose figures it holds, and by who reads the figures of all. */
@Injectable()
export class ReportRuns {
  constructor(
    private readonly database: Database,
    private readonly readable: ReadableReports,
    private readonly runs: RunStore,
    private readonly compose: ComposeReport,
    private readonly identity: IdentityFacts,
  ) {}

  /** As it is at this moment, of the parts that the actor reads. */
  async now(actor: Actor, code: string, period?: string): Promise<ReportDocument> {
    const { report, builder } = await this.readable.ready(actor, code);
    return this.compose.document(actor, report, builder, period);
  }

  /** Latest first. */
  async list(actor: Actor, code: string, cursor: string | undefined, limit: number): Promise<ReportRunsResponse> {
    const { id } = await this.readable.one(actor, code);
    const after = readCursor(cursor, 2) as [string, string] | undefined;
    const rows = await this.runs.page(this.database, id, seenScope(actor), after, limit + 1);
    const { items, nextCursor } = pageOf(rows, limit, (row) => [formatInstant(row.madeAt), row.id]);
    const names = await this.identity.names(items.flatMap(({ madeById }) => madeById ?? []));
    return { items: items.map((run) => runOf(run, names)), nextCursor };
  }

  /** Throws `reports.run.not-found` also for one of other parts. */
  async one(actor: Actor, code: string, runId: string): Promise<ReportRunPageResponse> {
    const { id } = await this.readable.one(actor, code);
    const run = await this.runs.one(this.database, id, runId, seenScope(actor));
    const names = await this.identity.names(run.madeById === null ? [] : [run.madeById]);
    return { ...runOf(run, names), document: ReportDocumentResponse.from(run.document) };
  }

  /** A kept run as tables, in the language in which it was kept. */
  async tables(actor: Actor, code: string, runId: string): Promise<{ readonly period: string; readonly tables: ExportTable[] }> {
    const { id } = await this.readable.one(actor, code);
    const { document, locale, period } = await this.runs.one(this.database, id, runId, seenScope(actor));
    return { period, tables: this.compose.tables(document, locale) };
  }
}

/** Who reads everything sees all runs. */
function seenScope(actor: Actor): string | null {
  const scope = runScope(actor);
  return scope.all ? null : scopeKey(scope);
}

function runOf({ id, period, madeAt, madeById, definitionVersion, dataAt, locale, sha256 }: KeptRun, names: Names): ReportRunResponse {
  return {
    ...{ id, period, definitionVersion, locale, sha256 },
    madeAt: formatInstant(madeAt),
    madeBy: madeById === null ? null : { id: madeById, name: names.get(madeById) ?? '' },
    dataAt: formatInstant(dataAt),
  };
}
