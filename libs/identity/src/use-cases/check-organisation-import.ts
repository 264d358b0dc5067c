import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { cellsOf, columnsOf, type CsvLine, Database, fileRefused, readCsv, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { type ImportColumn, type ImportKind, SOURCE } from '../domain/import-columns.js';
import type { ImportAction, ImportFault, ImportLine } from '../domain/import-line.js';
import type { PersonLine } from '../domain/people-judge.js';
import { type ReadLine, readImportLine } from '../domain/read-import-line.js';
import type { RecordChanges } from '../domain/record-changes.js';
import { requireRight } from '../domain/scope-of.js';
import type { TreeRecord } from '../domain/tree-judge.js';
import { OrganisationWordBook } from '../reads/import-words.js';
import { type ImportRow, insertImport, insertRows } from '../store/organisation-imports.js';
import { type Named, SourcedRecords } from '../store/sourced-records.js';
import { JudgePeople } from './judge-people.js';
import { IMPORT_RIGHT } from '../domain/import-rights.js';
import { WriteTrees } from './write-trees.js';

/** Rows that are kept in one statement. */
const SLICE = 2_000;
/** Faults that are kept to be shown; whoever has more mends these first. */
const FAULTS_KEPT = 500;
const CODES = 'identity.import';

export interface ImportFile {
  readonly kind: ImportKind;
  /** What the system that the file comes from is called here: `hr`. */
  readonly source: string;
  readonly name: string;
  readonly bytes: Buffer;
}

interface Judgement {
  readonly action: ImportAction;
  readonly after: object;
  readonly changes: RecordChanges;
  readonly of: ImportLine<object>;
}

interface Judged {
  readonly done: readonly Judgement[];
  readonly faults: readonly ImportFault[];
}

/** Reads a file of institutions, units or people and says what it would do, line by line; nothing in the registers changes. */
@Injectable()
export class CheckOrganisationImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly words: OrganisationWordBook,
    private readonly people: JudgePeople,
    private readonly trees: WriteTrees,
    private readonly sourced: SourcedRecords,
  ) {}

  /** Answers the import's id. Throws (invalid) what is wrong with the file as a whole: `identity.import.*`. */
  async execute(actor: Actor, { kind, source: named, name, bytes }: ImportFile): Promise<string> {
    requireRight(actor, IMPORT_RIGHT[kind]);
    if (!SOURCE.test(named)) throw fileRefused(CODES, 'source-refused');
    const source = `file:${named}`;
    const file = await readCsv(bytes, CODES);
    const [head, ...lines] = file.lines;
    const columns = this.columnsOf(kind, head);
    const { read, faults, keys } = await this.read(columns, lines);
    const judged = await this.judge(actor, kind, source, read);
    const missing = keys === undefined ? [] : await this.sourced.missing(this.database, kind, source, keys);
    const ends = await this.judge(actor, kind, source, missing.map(endOf));
    const rows = [...judged.done, ...ends.done].filter(({ action }) => action !== 'same').map(toRow);
    const all = [...faults, ...judged.faults, ...ends.faults].sort((a, b) => a.line - b.line);
    const count = (action: string): number => judged.done.filter((one) => one.action === action).length;
    const id = randomUUID();
    const known = columns.filter((column) => column !== null);
    return this.unitOfWork.run(async (tx) => {
      await insertImport(tx, {
        ...{ id, kind, source, fileName: name.slice(0, 200), encoding: file.encoding, columns: known, byId: actor.id },
        ...{ lines: lines.length, faults: all.slice(0, FAULTS_KEPT), faultLines: new Set(all.map(({ line }) => line)).size },
        ...{ added: count('add'), changed: count('change'), ended: count('end'), same: count('same') },
        ...{ missing: keys === undefined ? null : ends.done.length, ofSource: await this.sourced.count(tx, kind, source) },
      });
      for (let at = 0; at < rows.length; at += SLICE) await insertRows(tx, id, rows.slice(at, at + SLICE));
      return id;
    });
  }

  private columnsOf(kind: ImportKind, head: CsvLine | undefined): (ImportColumn | null)[] {
    const columns = columnsOf(head, this.words.columnOf(kind), CODES);
    if (!columns.includes('external_id') && !columns.includes('id')) throw fileRefused(CODES, 'no-key-column');
    return columns;
  }

  /** `keys`: whom the file names, faulty lines included; undefined where a line names nobody, so that nobody can be called missing. */
  private async read(columns: readonly (ImportColumn | null)[], lines: readonly CsvLine[]) {
    const words = await this.words.read(this.database);
    const before = new Map<string, number>();
    const read: ReadLine[] = [];
    const faults: ImportFault[] = [];
    const keys = { ids: [] as string[], externalIds: [] as string[] };
    let nameless = false;
    for (const one of lines) {
      const { line } = one;
      const cells = cellsOf(columns, one);
      const result = readImportLine(line, cells, words);
      if (cells.get('external_id')) keys.externalIds.push(cells.get('external_id')!);
      else if (!('read' in result)) nameless = true;
      if ('faults' in result) {
        faults.push(...result.faults);
        continue;
      }
      const { id, fields } = result.read;
      if (id !== null) keys.ids.push(id);
      const names = [id, fields['externalId']].filter((key): key is string => typeof key === 'string');
      const twice = names.find((key) => before.has(key));
      if (twice === undefined) read.push(result.read);
      else faults.push({ line, column: twice === id ? 'id' : 'external_id', code: 'twice', value: `${twice} (${before.get(twice)})` });
      for (const key of names) before.set(key, before.get(key) ?? line);
    }
    return { read, faults, keys: nameless ? undefined : keys };
  }

  private async judge(actor: Actor, kind: ImportKind, source: string, lines: readonly ReadLine[]): Promise<Judged> {
    if (lines.length === 0) return { done: [], faults: [] };
    if (kind === 'people')
      return this.people.execute(this.database, { source, actorId: actor.id, link: false }, lines as readonly PersonLine[]);
    return this.trees.judge(this.database, kind, source, lines as unknown as readonly ImportLine<TreeRecord>[]);
  }
}

const endOf = ({ id }: Named): ReadLine => ({ line: 0, id, fields: { active: false } });

function toRow({ action, after, changes, of }: Judgement, at: number): ImportRow {
  const { name, nameLv } = after as { readonly name?: string; readonly nameLv?: string };
  return {
    ...{ place: at + 1, line: of.line, action: of.line === 0 ? 'missing' : (action as ImportRow['action']) },
    ...{ recordId: of.id, name: name ?? nameLv ?? '', fields: of.fields as ImportRow['fields'], was: changes },
  };
}
