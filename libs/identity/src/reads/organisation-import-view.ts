import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor, type Run, Texts } from '#platform';
import type { Actor, Locale } from '../domain/actor.js';
import { askedToSay } from '../domain/endings.js';
import { FIELD_OF, type ImportColumn } from '../domain/import-columns.js';
import type {
  AppliedImportResponse,
  ImportRowsShownResponse,
  OrganisationImportFaultResponse,
  OrganisationImportLineResponse,
  OrganisationImportProgressResponse,
  OrganisationImportResponse,
} from '../http/responses/organisation-import.response.js';
import { identityRuns } from '../store/identity-runs.js';
import {
  type AppliedImport,
  appliedImports,
  findImport,
  type ImportRow,
  type OrganisationImport,
  rowsOf,
} from '../store/organisation-imports.js';
import { ChangeWords, namesAmong, valuesOf } from './change-words.js';

/** So many lines of each kind are shown one by one before a file is applied. */
const SHOWN = 100;
const NOTHING: ImportRowsShownResponse = { added: [], changed: [], ended: [], missing: [] };

/** Checked files: their faults, what they would change, and how far they are. */
@Injectable()
export class OrganisationImportView {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
  ) {}

  /** Throws `identity.import.not-found`. */
  async read(actor: Actor, id: string): Promise<OrganisationImportResponse> {
    const { locale } = actor;
    const file = await findImport(this.database, id, actor.id);
    const [run] = await identityRuns.list(this.database, ['import'], id, 1);
    const names = await namesAmong(this.database, locale, [file.byId]);
    const { added, changed, ended, same, missing, ofSource, endMissing, faults } = file;
    return {
      ...applied(file, run, names.get(file.byId) ?? ''),
      ...{ added, changed, ended, same, missing, ofSource, endMissing },
      encoding: file.encoding as OrganisationImportResponse['encoding'],
      columnNames: file.columns.map((column) => this.columnName(locale, column)),
      consentNeeded: askedToSay(file, false),
      consentNeededWithMissing: askedToSay(file, true),
      faults: faults.map((fault) => this.fault(locale, fault)),
      shown: run ? NOTHING : await this.shown(locale, id),
      total: run?.total ?? null,
      done: run?.done ?? 0,
      startedAt: iso(run?.createdAt),
      finishedAt: iso(run?.finishedAt),
    };
  }

  /** Files that were applied, the latest first. */
  async page(_actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<Page<AppliedImportResponse>> {
    const [at, id] = readCursor(cursor, 2) ?? [];
    const rows = await appliedImports(this.database, at && id ? { at: Number(at), id: String(id) } : undefined, limit + 1);
    const page = pageOf(rows, limit, ({ checkedAt, id: last }: AppliedImport) => [checkedAt, last]);
    return { items: page.items.map((row) => applied(row, row, row.byName)), nextCursor: page.nextCursor };
  }

  private fault(locale: Locale, { line, column, code, value }: OrganisationImport['faults'][number]): OrganisationImportFaultResponse {
    return {
      ...{ line, column, code, value },
      columnName: column && this.columnName(locale, column as ImportColumn),
      text: this.texts.say(locale, `identity.import.fault.${code}`, { value }),
    };
  }

  private columnName(locale: Locale, column: ImportColumn): string {
    return this.texts.say(locale, `identity.field.${FIELD_OF[column]}`);
  }

  private async shown(locale: Locale, id: string): Promise<ImportRowsShownResponse> {
    const [added, changed, ended, missing] = await Promise.all(
      (['add', 'change', 'end', 'missing'] as const).map((action) => rowsOf(this.database, id, action, SHOWN)),
    );
    const rows = [...added!, ...changed!, ...ended!, ...missing!];
    const names = await namesAmong(
      this.database,
      locale,
      rows.flatMap(({ was, fields }) => [...valuesOf(was), fields['institutionId']]),
    );
    const words = new ChangeWords(this.texts, locale, 'identity', names);
    const say = (some: readonly ImportRow[] = []): OrganisationImportLineResponse[] => some.map((row) => said(row, names, words));
    return { added: say(added), changed: say(changed), ended: say(ended), missing: say(missing) };
  }
}

function said(row: ImportRow, names: ReadonlyMap<string, string>, words: ChangeWords): OrganisationImportLineResponse {
  const { line, name, fields, was } = row;
  const institutionId = fields['institutionId'];
  // What stands above it may be new itself, and so known to the file alone.
  const changes = words.changes(was).map((change) => {
    const to = was[change.field]?.to;
    const above = change.field === 'parentId' && typeof to === 'string' && !names.has(to) ? fields['parentId'] : undefined;
    return { ...change, to: typeof above === 'string' ? above : change.to, personal: false };
  });
  return {
    ...{ line, name, changes },
    externalId: typeof fields['externalId'] === 'string' ? fields['externalId'] : null,
    institution: typeof institutionId === 'string' ? { id: institutionId, name: names.get(institutionId) ?? '' } : null,
  };
}

function applied(
  { id, kind, source, fileName, lines, faultLines, byId, checkedAt }: OrganisationImport,
  run: Pick<Run, 'state' | 'progress'> | undefined,
  byName: string,
): AppliedImportResponse {
  const none = { created: 0, changed: 0, ended: 0, skipped: 0 };
  return {
    ...{ id, kind, fileName, lines, faultLines, source: source.replace(/^file:/, '') },
    state: stateOf(run?.state),
    by: { id: byId, name: byName },
    checkedAt: formatInstant(checkedAt),
    progress: run ? { ...none, ...(run.progress as unknown as OrganisationImportProgressResponse) } : null,
  };
}

function stateOf(state: Run['state'] | undefined): AppliedImportResponse['state'] {
  if (state === undefined) return 'checked';
  if (state === 'done') return 'done';
  return state === 'failed' || state === 'cancelled' ? 'failed' : 'applying';
}

const iso = (at: Instant | null | undefined): string | null => (at === null || at === undefined ? null : formatInstant(at));
