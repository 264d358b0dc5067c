import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform';
import type { ImportFault, ImportLine } from '../domain/import-line.js';
import { type Kept, type TreeDone, TreeJudge, type TreeRecord } from '../domain/tree-judge.js';
import { addRecords, changeRecords } from '../store/many-records.js';
import { todayIn } from '../store/organisation-references.js';
import { type InstitutionFields, INSTITUTIONS, type SourcedUnit, SOURCED_UNITS } from '../store/organisation-tables.js';
import { allRecords, type RecordTable } from '../store/record-table.js';
import { institutionRules, unitRules } from './tree-rules.js';
import { recordEvent, told } from './record-work.js';
import type { PeopleWork, PeopleWritten } from './write-people.js';

export type TreeKind = 'institutions' | 'units';

type TreeWork = Pick<PeopleWork, 'source' | 'actorId' | 'importId'>;

export interface JudgedTree {
  readonly done: readonly TreeDone<TreeRecord>[];
  readonly faults: readonly ImportFault[];
}

/** Judges and writes files of institutions and units: each whole, since its lines stand above and below each other. */
@Injectable()
export class WriteTrees {
  /** What the lines would do; changes nothing. */
  async judge(on: Queryable, kind: TreeKind, source: string, lines: readonly ImportLine<TreeRecord>[]): Promise<JudgedTree> {
    if (kind === 'units')
      return new TreeJudge(await allRecords(on, SOURCED_UNITS), unitRules(source)).judge(lines as ImportLine<SourcedUnit>[]);
    const kept = await allRecords(on, INSTITUTIONS);
    return new TreeJudge<InstitutionFields>(kept, institutionRules(kept, await todayIn(on))).judge(
      lines as ImportLine<InstitutionFields>[],
    );
  }

  /** One transaction for the whole file, held against all other moves in the tree. */
  async write(
    tx: Tx,
    kind: TreeKind,
    { source, actorId, importId }: TreeWork,
    lines: readonly ImportLine<TreeRecord>[],
  ): Promise<PeopleWritten> {
    const tree = kind === 'units' ? 'identity.org_unit' : 'identity.institution';
    await tx.query(`select pg_advisory_xact_lock(hashtext($1))`, [`${tree} tree`]);
    await tx.execute(`lock table ${tree} in share row exclusive mode`);
    const { done, faults } = await this.judge(tx, kind, source, lines);
    const more = { source, ...(importId === undefined ? {} : { importId }) };
    if (kind === 'units') await this.save(tx, SOURCED_UNITS, done as readonly TreeDone<SourcedUnit>[], actorId, more);
    else await this.save(tx, INSTITUTIONS, done as readonly TreeDone<InstitutionFields>[], actorId, more);
    const count = (action: string): number => done.filter((one) => one.action === action).length;
    return { created: count('add'), changed: count('change'), ended: count('end'), unchanged: count('same'), faults };
  }

  private async save<Fields extends object>(
    tx: Tx,
    table: RecordTable<Fields>,
    done: readonly TreeDone<Fields>[],
    actorId: string | null,
    more: Readonly<Record<string, string>>,
  ): Promise<void> {
    const rows = (add: boolean): Kept<Fields>[] =>
      done.filter(({ action }) => action !== 'same' && (action === 'add') === add).map(({ id, after }) => ({ ...after, id }));
    await addRecords(tx, table, rows(true));
    await changeRecords(tx, table, rows(false));
    const actor = actorId === null ? null : { id: actorId };
    await tx.append(
      ...done.flatMap(({ action, id, after, changes }) =>
        action === 'same'
          ? []
          : [told(table, after, id, recordEvent(table, action === 'add' ? 'added' : 'changed', id, actor, changes, more))],
      ),
    );
  }
}
