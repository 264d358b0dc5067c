import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { DomainError, formatInstant, type Instant } from '#kernel';
import { Database, EXPORT_ROWS_MAX, type ExportTable, pageOf, readCursor, Texts } from '#platform';
import { type Extension, type ImplementationReport, isOverdue, type Recommendation } from '../domain/recommendation.js';
import { onlyOwner, recommendationAbilities, requireSeen } from '../domain/recommendation-access.js';
import type {
  RecommendationPageResponse,
  RecommendationResponse,
  RecommendationSummaryResponse,
} from '../http/responses/recommendation.response.js';
import { RecommendationAnswers } from '../store/recommendation-answers.js';
import { RECOMMENDATION_COLUMNS, RecommendationStore } from '../store/recommendation-store.js';
import { rigaToday } from '../store/riga-today.js';
import { dueColumn, recommendationConditions, type RecommendationFilter } from './recommendation-sql.js';

export interface RecommendationQuery extends RecommendationFilter {
  /** The next due first, or the last one. */
  readonly latestFirst: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

type Names = ReadonlyMap<string, string>;

interface Row extends Recommendation {
  /** An extension was asked for and nobody has decided. */
  readonly extensionAsked: boolean;
  readonly extensions: number;
}

/** The register of audit recommendations as its pages show it. */
@Injectable()
export class RecommendationReader {
  constructor(
    private readonly database: Database,
    private readonly recommendations: RecommendationStore,
    private readonly answers: RecommendationAnswers,
    private readonly identity: IdentityFacts,
    private readonly texts: Texts,
  ) {}

  async page(actor: Actor, query: RecommendationQuery): Promise<RecommendationPageResponse> {
    const column = query.basis === 'strict' ? 'dueOn' : 'countedDueOn';
    const page = pageOf(await this.rows(actor, query), query.limit, (row) => [row[column], row.id]);
    return {
      items: await this.summaries(page.items),
      nextCursor: page.nextCursor,
      abilities: { enter: holds(actor, 'recommendation.write') },
    };
  }

  /** Throws `processes.recommendation.not-found`. */
  async one(actor: Actor, id: string): Promise<RecommendationResponse> {
    const one = await this.recommendations.one(this.database, id);
    requireSeen(actor, one);
    const [extensions, reports] = [await this.answers.extensions(this.database, id), await this.answers.reports(this.database, id)];
    const ids = [...extensions.flatMap((e) => [e.askedById, e.decidedById]), ...reports.flatMap((r) => [r.reportedById, r.decidedById])];
    const names = await this.identity.names([...new Set([one.createdById, ...ids].filter((person) => person !== null))]);
    const asked = extensions.some(({ decidedAt }) => decidedAt === null);
    const row: Row = { ...one, extensionAsked: asked, extensions: extensions.filter(({ counts }) => counts).length };
    const [summary] = await this.summaries([row]);
    return {
      ...summary!,
      revision: one.revision,
      createdBy: person(names, one.createdById),
      createdAt: formatInstant(one.createdAt),
      extensionList: extensions.map((extension) => extensionOf(names, extension)),
      reports: reports.map((report) => reportOf(names, report)),
      abilities: recommendationAbilities(actor, one, extensions, reports),
    };
  }

  /** The recommendations of a list as a table. Throws `processes.export-too-large`. */
  async export(actor: Actor, query: RecommendationQuery): Promise<ExportTable> {
    const rows = await this.rows(actor, { ...query, cursor: undefined, limit: EXPORT_ROWS_MAX });
    if (rows.length > EXPORT_ROWS_MAX) throw new DomainError('processes.export-too-large', { most: EXPORT_ROWS_MAX }, 'invalid');
    const say = (key: string): string => this.texts.say(actor.locale, `processes.recommendation.${key}`);
    const columns = ['source', 'number', 'text', 'owner', 'due', 'counted-due', 'state', 'implemented'];
    return {
      title: say('title'),
      columns: columns.map((column) => say(`column.${column}`)),
      rows: (await this.summaries(rows)).map(({ source, number, text, owner, dueOn, countedDueOn, state, overdue, implementedOn }) => [
        ...[source, number, text, owner.name, dueOn, countedDueOn],
        ...[say(overdue ? 'state.overdue' : `state.${state}`), implementedOn],
      ]),
    };
  }

  /** One row longer than asked. */
  private rows(actor: Actor, query: RecommendationQuery): Promise<Row[]> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const conditions = recommendationConditions({ ...query, ownerId: onlyOwner(actor) ?? query.ownerId }, add);
    const due = dueColumn(query.basis);
    const [sign, direction] = query.latestFirst ? ['<', 'desc'] : ['>', 'asc'];
    const cursor = readCursor(query.cursor, 2);
    if (cursor) conditions.push(`(${due}, r.id) ${sign} (${add(cursor[0])}::date, ${add(cursor[1])}::uuid)`);
    const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
    const extension = 'from processes.recommendation_extension e where e.recommendation_id = r.id';
    return this.database.query<Row>(
      `select ${RECOMMENDATION_COLUMNS}, exists (select 1 ${extension} and e.decided_at is null) as "extensionAsked",
         (select count(*)::int ${extension} and e.counts) as extensions
       from processes.recommendation r ${where} order by ${due} ${direction}, r.id ${direction} limit ${add(query.limit + 1)}`,
      values,
    );
  }

  private async summaries(rows: readonly Row[]): Promise<RecommendationSummaryResponse[]> {
    const [names, today] = [await this.identity.names([...new Set(rows.map(({ ownerId }) => ownerId))]), await rigaToday(this.database)];
    return rows.map((row) => {
      const { id, source, number, text, ownerId, dueOn, countedDueOn, state, implementedOn, withdrawalReason } = row;
      return {
        ...{ id, source, number, text, dueOn, countedDueOn, state, implementedOn, withdrawalReason },
        owner: person(names, ownerId),
        overdue: isOverdue(row, today),
        extensionAsked: row.extensionAsked && state === 'open',
        extensions: row.extensions,
      };
    });
  }
}

const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? '' });
const personOrNull = (names: Names, id: string | null) => (id === null ? null : person(names, id));
const instantOrNull = (at: Instant | null) => (at === null ? null : formatInstant(at));

function extensionOf(names: Names, { askedById, askedAt, decidedById, decidedAt, ...rest }: Extension) {
  const { id, dueOn, reason, granted, decisionNote, counts } = rest;
  return {
    ...{ id, dueOn, reason, granted, decisionNote, counts },
    ...{ askedBy: person(names, askedById), askedAt: formatInstant(askedAt) },
    ...{ decidedBy: personOrNull(names, decidedById), decidedAt: instantOrNull(decidedAt) },
  };
}

function reportOf(names: Names, { fileName, fileSha256, reportedById, reportedAt, decidedById, decidedAt, ...rest }: ImplementationReport) {
  const { id, implementedOn, note, accepted, decisionNote } = rest;
  return {
    ...{ id, implementedOn, note, accepted, decisionNote },
    file: fileName === null || fileSha256 === null ? null : { name: fileName, sha256: fileSha256 },
    ...{ reportedBy: person(names, reportedById), reportedAt: formatInstant(reportedAt) },
    ...{ decidedBy: personOrNull(names, decidedById), decidedAt: instantOrNull(decidedAt) },
  };
}
