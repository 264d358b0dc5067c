import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, foldText, requireRight } from '#identity';
import { cellsOf, columnsOf, type CsvLine, Database, fileRefused, readCsv, UnitOfWork } from '#platform';
import type { ImportColumn } from '../domain/import-columns.js';
import { judgeLine } from '../domain/item-import.js';
import { writesIn } from '../domain/item-visibility.js';
import { type ImportFault, type ReadLine, readImportLine } from '../domain/read-import-line.js';
import { ImportWordBook } from '../reads/import-words.js';
import { type ImportRow, insertImport, insertRows } from '../store/imports.js';
import { itemsByTag } from '../store/items.js';

/** Lines that are held against the register in one statement. */
const SLICE = 2_000;
/** Faults that are kept to be shown; whoever has more mends these first. */
const FAULTS_KEPT = 500;

const CODES = 'assets.import';

interface Checked {
  readonly rows: ImportRow[];
  readonly faults: ImportFault[];
}

/** Reads a file and says what it would do, line by line; nothing in the register changes. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly words: ImportWordBook,
  ) {}

  /** Answers the import's id. Throws (invalid) what is wrong with the file as a whole: `assets.import.*`. */
  async execute(actor: Actor, fileName: string, bytes: Buffer): Promise<string> {
    requireRight(actor, 'cmdb.write');
    const [head, ...lines] = (await readCsv(bytes, CODES)).lines;
    const columns = this.columnsOf(head);
    const { read, faults } = await this.read(actor, columns, lines);
    const { rows, faults: found } = await this.judge(actor, read);
    const all = [...faults, ...found].sort((a, b) => a.line - b.line);
    const count = (action: string): number => rows.filter((row) => row.action === action).length;
    const id = randomUUID();
    return this.unitOfWork.run(async (tx) => {
      await insertImport(tx, {
        ...{ id, fileName: fileName.slice(0, 200), columns: columns.filter((column) => column !== null), byId: actor.id },
        ...{ lines: lines.length, faults: all.slice(0, FAULTS_KEPT), faultLines: new Set(all.map(({ line }) => line)).size },
        ...{ added: count('add'), changed: count('change'), same: count('same') },
      });
      for (let at = 0; at < rows.length; at += SLICE) await insertRows(tx, id, rows.slice(at, at + SLICE));
      return id;
    });
  }

  private columnsOf(head: CsvLine | undefined): (ImportColumn | null)[] {
    const known = this.words.columns();
    const columns = columnsOf(head, (name) => known.get(foldText(name)), CODES);
    if (!columns.includes('tag')) throw fileRefused(CODES, 'no-tag-column');
    return columns;
  }

  private async read(actor: Actor, columns: readonly (ImportColumn | null)[], lines: readonly CsvLine[]) {
    const custodian = columns.indexOf('custodian');
    const named = custodian < 0 ? [] : [...new Set(lines.flatMap(({ cells }) => cells[custodian]?.trim() || []))];
    const words = await this.words.read(this.database, actor, named);
    const lineOfTag = new Map<string, number>();
    const read: ReadLine[] = [];
    const faults: ImportFault[] = [];
    for (const one of lines) {
      const { line } = one;
      const result = readImportLine(line, cellsOf(columns, one), words);
      if ('faults' in result) {
        faults.push(...result.faults);
        continue;
      }
      const tag = result.read.fields.tag!;
      const before = lineOfTag.get(tag);
      if (before === undefined) read.push(result.read);
      else faults.push({ line, column: 'tag', code: 'tag-twice', value: `${tag} (${before})` });
      lineOfTag.set(tag, before ?? line);
    }
    return { read, faults };
  }

  private async judge(actor: Actor, read: readonly ReadLine[]): Promise<Checked> {
    const checked: Checked = { rows: [], faults: [] };
    for (let at = 0; at < read.length; at += SLICE) {
      const slice = read.slice(at, at + SLICE);
      const kept = await itemsByTag(
        this.database,
        slice.map(({ fields }) => fields.tag!),
      );
      for (const one of slice) {
        const judged = judgeLine(one, kept.get(one.fields.tag!), (id) => writesIn(actor, id));
        if ('faults' in judged) checked.faults.push(...judged.faults);
        else
          checked.rows.push({
            line: one.line,
            action: judged.action,
            fields: one.fields,
            was: 'changes' in judged ? judged.changes : null,
          });
      }
    }
    return checked;
  }
}
