import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import type { Locale } from '../domain/actor.js';
import { endingsNeedConsent } from '../domain/endings.js';
import type { ImportColumn } from '../domain/import-columns.js';
import type { ImportAction, ImportFault } from '../domain/import-line.js';
import type { PersonLine, SourcedPerson } from '../domain/people-judge.js';
import { readImportLine } from '../domain/read-import-line.js';
import type { RecordChanges } from '../domain/record-changes.js';
import { OrganisationWordBook } from '../reads/import-words.js';
import { countOfSource, missingPeople } from '../store/sourced-people.js';
import { JudgePeople } from './judge-people.js';
import { type PeopleWritten, WritePeople } from './write-people.js';

/** Lines of one transaction. */
const SLICE = 1_000;

/** A person as a directory tells of him. What is left out is left alone; null empties it. */
export interface PeopleRow {
  readonly externalId: string;
  readonly login?: string | null;
  readonly name: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** What files call an institution: its external identifier, its registration number or one of its names. */
  readonly institutionCode: string;
  readonly unitExternalId?: string | null;
  readonly language?: Locale;
  readonly active: boolean;
}

export interface PeopleOptions {
  /** May a person who is kept by hand, without an external identifier, be found by his login? False where nothing is said. */
  readonly link?: boolean;
  /** End those of this source whom the rows do not name? True where nothing is said. */
  readonly endMissing?: boolean;
  /** How many accounts a person has agreed to end; without it a share beyond `mostShare` (a tenth where nothing is said) is refused. */
  readonly endings?: number;
  readonly mostShare?: number;
  /** Null, where nothing is said: the system itself. */
  readonly actorId?: string | null;
}

/** What somebody comes to, for a dry run. */
export interface PlannedPerson {
  readonly externalId: string | null;
  readonly name: string;
  readonly action: Exclude<ImportAction, 'same'>;
  /** What was and what would be, personal fields among them: for whoever administers, and for no log. */
  readonly changes: RecordChanges;
}

export interface PeoplePlan {
  readonly created: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
  /** Rows that are refused, by their place in the set, the first being 1; all others are applied. */
  readonly errors: readonly (ImportFault & { readonly externalId: string | null })[];
  /** Active people of this source before. */
  readonly ofSource: number;
  /** Everybody with something to do. */
  readonly people: readonly PlannedPerson[];
}

export type PeopleOutcome = Omit<PeoplePlan, 'people' | 'ofSource'>;

/**
 * Makes the people of a source what a whole set of rows says: adds, changes, ends, known by their external identifiers, so that the same
 * set twice changes nothing the second time. Roles are never given or taken. `source` is the name that stands with each person, `ldap:main`.
 */
@Injectable()
export class ApplyPeople {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly words: OrganisationWordBook,
    private readonly judging: JudgePeople,
    private readonly writing: WritePeople,
  ) {}

  /** What `apply` would do now; changes nothing. */
  async plan(source: string, rows: readonly PeopleRow[], options: PeopleOptions = {}): Promise<PeoplePlan> {
    const { lines, faults } = await this.read(source, rows, options);
    const { link = false, actorId = null } = options;
    const judged = await this.judging.execute(this.database, { source, actorId, link }, lines);
    const count = (action: ImportAction): number => judged.done.filter((one) => one.action === action).length;
    return {
      ...{ created: count('add'), changed: count('change'), ended: count('end'), unchanged: count('same') },
      errors: named([...faults, ...judged.faults], rows),
      ofSource: await countOfSource(this.database, source),
      people: judged.done.flatMap(({ action, after, changes }) =>
        action === 'same' ? [] : [{ externalId: after.externalId, name: after.name, action, changes }],
      ),
    };
  }

  /**
   * Applies the rows, a thousand a transaction; a run that was broken off is simply repeated. Throws
   * `identity.import.endings-unconfirmed` (conflict, nothing has changed) where more people would end than may without a person's word.
   */
  async apply(source: string, rows: readonly PeopleRow[], options: PeopleOptions = {}): Promise<PeopleOutcome> {
    const { ended, ofSource } = await this.plan(source, rows, options);
    if (endingsNeedConsent(ended, ofSource, options.mostShare) && options.endings !== ended)
      throw new DomainError('identity.import.endings-unconfirmed', { count: ended, of: ofSource }, 'conflict');
    const { lines, faults } = await this.read(source, rows, options);
    const { link = false, actorId = null } = options;
    const written: PeopleWritten[] = [];
    for (let at = 0; at < lines.length; at += SLICE)
      written.push(await this.unitOfWork.run((tx) => this.writing.execute(tx, { source, actorId, link }, lines.slice(at, at + SLICE))));
    const sum = (of: 'created' | 'changed' | 'ended' | 'unchanged'): number => written.reduce((all, one) => all + one[of], 0);
    return {
      ...{ created: sum('created'), changed: sum('changed'), ended: sum('ended'), unchanged: sum('unchanged') },
      errors: named([...faults, ...written.flatMap((one) => one.faults)], rows),
    };
  }

  /** The rows as lines, and after them those whom the rows do not name. */
  private async read(source: string, rows: readonly PeopleRow[], { endMissing = true }: PeopleOptions) {
    const words = await this.words.read(this.database);
    const lines: PersonLine[] = [];
    const faults: ImportFault[] = [];
    const seen = new Set<string>();
    rows.forEach((row, at) => {
      const result = readImportLine(at + 1, cellsOf(row), words);
      if ('faults' in result) faults.push(...result.faults);
      else if (seen.has(row.externalId)) faults.push({ line: at + 1, column: 'external_id', code: 'twice', value: row.externalId });
      else lines.push(result.read as PersonLine);
      seen.add(row.externalId);
    });
    if (endMissing) {
      const missing = await missingPeople(this.database, source, { ids: [], externalIds: [...seen] });
      lines.push(...missing.map(({ id }): PersonLine => ({ line: 0, id, fields: { active: false } satisfies Partial<SourcedPerson> })));
    }
    return { lines, faults };
  }
}

function cellsOf(row: PeopleRow): Map<ImportColumn, string> {
  const cells: Partial<Record<ImportColumn, string | null | undefined>> = {
    ...{ external_id: row.externalId, name: row.name, login: row.login, email: row.email, phone: row.phone },
    ...{ institution: row.institutionCode, unit: row.unitExternalId, language: row.language, active: row.active ? 'yes' : 'no' },
  };
  return new Map(
    Object.entries(cells).flatMap(([column, text]) => (text === undefined ? [] : [[column as ImportColumn, (text ?? '').trim()] as const])),
  );
}

function named(faults: readonly ImportFault[], rows: readonly PeopleRow[]): PeoplePlan['errors'] {
  return faults.map((fault) => ({ ...fault, externalId: rows[fault.line - 1]?.externalId ?? null }));
}
