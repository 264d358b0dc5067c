import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, Database, type ExportFormat, instantCell, type ListFile, ListFiles, Texts } from '#platform';
import type { ProblemSummaryResponse } from '#problems';
import type { ProblemQuery } from './problem-list-sql.js';
import { ProblemList } from './problem-list.js';

const COLUMNS = [
  ...['number', 'title', 'state', 'priority', 'service', 'group', 'owner', 'incidents', 'recurrences', 'root-cause', 'workaround'],
  ...['submitted', 'known', 'resolved', 'verify', 'updated'],
] as const;

const FILE: ListFile = {
  name: 'problems',
  title: 'problems.export-title',
  columns: COLUMNS.map((column) => `problems.column.${column}`),
};

interface Knowledge {
  readonly id: string;
  readonly rootCause: string | null;
  readonly workaround: string | null;
}

/** A list of problems as a file, with what is known of each: narrowed to known errors it is their list. */
@Injectable()
export class ProblemListExport {
  constructor(
    private readonly list: ProblemList,
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, query: Omit<ProblemQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.list.page(actor, { ...query, ...place });
      const known = await this.knowledge(items.map(({ id }) => id));
      return { items: items.map((problem) => this.cells(actor.locale, problem, known.get(problem.id))), nextCursor };
    });
  }

  private async knowledge(ids: readonly string[]): Promise<ReadonlyMap<string, Knowledge>> {
    const rows = await this.database.query<Knowledge>(
      `select ticket_id as id, root_cause as "rootCause", workaround from problems.problem where ticket_id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private cells(locale: Locale, problem: ProblemSummaryResponse, known: Knowledge | undefined): Cell[] {
    const { number, title, state, priority, service, group, assignee, incidentCount, recurrences } = problem;
    return [
      ...[number, title, this.texts.say(locale, `problems.state.${state}`), `P${priority}`],
      ...[service, group, assignee].map((one) => one?.name ?? null),
      ...[incidentCount, recurrences, known?.rootCause ?? null, known?.workaround ?? null],
      ...[problem.submittedAt, problem.knownSince, problem.resolvedAt, problem.verifyFrom, problem.updatedAt].map(instantCell),
    ];
  }
}
