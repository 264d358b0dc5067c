import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { ContinueRuns, type LongWork, type Run, type Slice, type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { askedToSay } from '../domain/endings.js';
import type { ImportLine } from '../domain/import-line.js';
import type { PersonLine } from '../domain/people-judge.js';
import { holds, requireRight } from '../domain/scope-of.js';
import type { TreeRecord } from '../domain/tree-judge.js';
import { ActorReader } from '../reads/actor-reader.js';
import { identityRuns } from '../store/identity-runs.js';
import {
  beginApplying,
  findImport,
  type ImportRow,
  importOfRun,
  type OrganisationImport,
  takeRows,
} from '../store/organisation-imports.js';
import { IMPORT_RIGHT } from '../domain/import-rights.js';
import { type PeopleWritten, WritePeople } from './write-people.js';
import { WriteTrees } from './write-trees.js';

/** Lines of one transaction: a kill loses no more than these, and they are done again. */
const SLICE = 1_000;

export interface Consent {
  /** End those of the source who are not in the file? */
  readonly endMissing: boolean;
  /** How many records end, as the person read it in the dry run. */
  readonly endings: number | null;
}

/** How far an import is. */
export interface ImportProgress {
  readonly created: number;
  readonly changed: number;
  readonly ended: number;
  /** Lines that had come to nothing, or were refused, when their turn came: the register had moved on. */
  readonly skipped: number;
}

/** Applies checked files, slice by slice. Each line is judged anew under lock: what has changed since the check is not overwritten blindly. */
@Injectable()
export class ApplyOrganisationImport {
  readonly work: LongWork<'import'> = {
    table: identityRuns,
    job: 'identity.go-on-importing',
    work: (tx, run) => this.slice(tx, run),
  };

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly runs: ContinueRuns,
    private readonly actors: ActorReader,
    private readonly people: WritePeople,
    private readonly trees: WriteTrees,
  ) {}

  /** Throws `identity.import.not-found`, `.begun`, `.nothing-to-do` and `.endings-unconfirmed`. */
  async execute(actor: Actor, id: string, consent: Consent): Promise<void> {
    const run = await this.plan(actor, id, consent);
    if (run) await this.runs.begin(this.work, run.id);
  }

  /** Leaves a run for the workers to find. For commands, which have no queues; throws what `execute` does. */
  async plan(actor: Actor, id: string, { endMissing, endings }: Consent): Promise<Run<'import'> | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const file = await findImport(tx, id, actor.id, { lock: true });
      requireRight(actor, IMPORT_RIGHT[file.kind]);
      if ((await identityRuns.list(tx, ['import'], id, 1)).length > 0) throw new DomainError('identity.import.begun', {}, 'conflict');
      requireConsent(file, { endMissing, endings });
      if ((await beginApplying(tx, id, endMissing)) === 0) throw new DomainError('identity.import.nothing-to-do', {}, 'conflict');
      const { kind, source, fileName, lines, added, changed, ended, missing } = file;
      await tx.append({
        type: 'identity.import-started',
        version: 1,
        subject: { type: 'organisation_import', id },
        actorId: actor.id,
        payload: { kind, source, fileName, lines, added, changed, ended: ended + (endMissing ? (missing ?? 0) : 0) },
      });
      return identityRuns.insert(tx, { kind: 'import', subject: id, actorId: actor.id, request: { endMissing } });
    });
  }

  private async slice(tx: Tx, run: Run<'import'>): Promise<Slice> {
    const file = await importOfRun(tx, run.subject);
    const actor = await this.actors.byId(file.byId);
    if (!actor || !holds(actor, IMPORT_RIGHT[file.kind])) throw new DomainError('identity.right-missing', {}, 'forbidden');
    const total = run.total ?? (await beginApplying(tx, file.id, file.endMissing));
    const most = file.kind === 'people' ? SLICE : undefined;
    const rows = await takeRows(tx, file.id, most);
    const written = await this.write(tx, file, rows);
    const done = run.done + rows.length;
    const progress = added(run.progress as unknown as Partial<ImportProgress>, written);
    const slice = { done, total, cursor: null, progress: { ...progress } };
    return most !== undefined && rows.length === most ? slice : { ...slice, end: { result: { ...progress } } };
  }

  private write(tx: Tx, { id, kind, source, byId }: OrganisationImport, rows: readonly ImportRow[]): Promise<PeopleWritten> {
    const lines = rows.map(({ line, recordId, fields }): ImportLine<object> => ({ line, id: recordId, fields }));
    const work = { source, actorId: byId, link: false, importId: id };
    return kind === 'people'
      ? this.people.execute(tx, work, lines as readonly PersonLine[])
      : this.trees.write(tx, kind, work, lines as readonly ImportLine<TreeRecord>[]);
  }
}

function requireConsent(file: OrganisationImport, { endMissing, endings }: Consent): void {
  if (endMissing && file.missing === null) throw new DomainError('identity.import.missing-unknown', {}, 'conflict');
  const count = file.ended + (endMissing ? (file.missing ?? 0) : 0);
  if (askedToSay(file, endMissing) && endings !== count)
    throw new DomainError('identity.import.endings-unconfirmed', { count, of: file.ofSource }, 'conflict');
}

function added(before: Partial<ImportProgress>, { created, changed, ended, unchanged, faults }: PeopleWritten): ImportProgress {
  return {
    created: (before.created ?? 0) + created,
    changed: (before.changed ?? 0) + changed,
    ended: (before.ended ?? 0) + ended,
    skipped: (before.skipped ?? 0) + unchanged + new Set(faults.map(({ line }) => line)).size,
  };
}
