import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import type { DirectoryPerson } from '../domain/directory-person.js';
import { type LdapDirectory, sourceOf } from '../domain/ldap-directory.js';
import { Directories } from '../outside/directories.js';
import { LdapClient } from '../outside/ldap-client.js';
import { type DirectorySync, DirectorySyncs, type NewSync, type SyncCounts, type SyncFault } from '../store/directory-syncs.js';
import { ApplyPeople, type PeopleOutcome, type PeoplePlan } from './apply-people.js';
import { MapDirectoryRoles } from './map-directory-roles.js';
import { rowsOf } from './take-from-directory.js';

export interface DirectoryPlan extends PeoplePlan {
  /** Entries of institutions that the directory does not speak for. */
  readonly elsewhere: number;
}

/**
 * Makes the people of a directory what it says: adds, changes, ends, and gives the roles of their groups. A directory that does not answer
 * changes nothing, and one that suddenly lacks many people ends nobody before a person has said their number.
 */
@Injectable()
export class SynchroniseDirectory {
  private readonly log = new Logger(SynchroniseDirectory.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directories: Directories,
    private readonly client: LdapClient,
    private readonly people: ApplyPeople,
    private readonly roles: MapDirectoryRoles,
    private readonly syncs: DirectorySyncs,
  ) {}

  /** What a synchronisation would do now. Throws `identity.directory.not-found`, `identity.directory-away`. */
  async plan(code: string): Promise<DirectoryPlan> {
    const directory = this.directories.named(code);
    const found = await this.client.people(directory);
    const rows = rowsOf(directory, found);
    return { ...(await this.people.plan(sourceOf(directory), rows, { link: directory.takesOver })), elsewhere: found.length - rows.length };
  }

  /** Notes that a synchronisation begins; answers its id. Throws `identity.directory.not-found`, `identity.sync-running`. */
  async begin(asked: NewSync): Promise<string> {
    this.directories.named(asked.directory);
    return this.unitOfWork.run((tx) => this.syncs.begin(tx, asked));
  }

  /** Does what was begun, and keeps what became of it. A refusal is an outcome, no fault; one that was done is not done again. */
  async execute(id: string): Promise<void> {
    const asked = await this.syncs.underWay(id);
    if (!asked) return;
    try {
      const directory = this.directories.named(asked.directory);
      const { counts, faults } = asked.dry ? await this.tried(asked) : await this.done(directory, asked);
      await this.unitOfWork.run((tx) => this.syncs.finish(tx, id, 'done', { counts, faults }));
    } catch (error) {
      if (!(error instanceof DomainError)) this.log.error(error instanceof Error ? error.stack : String(error));
      await this.keepRefusal(id, asked, error);
    }
  }

  /** Does what was begun, and answers what became of it. */
  async outcome(id: string): Promise<DirectorySync> {
    await this.execute(id);
    return this.syncs.one(id);
  }

  private async tried({ directory }: NewSync): Promise<{ counts: SyncCounts; faults: readonly SyncFault[] }> {
    const { elsewhere, ...plan } = await this.plan(directory);
    return outcomeOf(plan, elsewhere);
  }

  private async done(
    directory: LdapDirectory,
    { askedBy, endings }: NewSync,
  ): Promise<{ counts: SyncCounts; faults: readonly SyncFault[] }> {
    const found = await this.client.people(directory);
    const rows = rowsOf(directory, found);
    const outcome = await this.people.apply(sourceOf(directory), rows, {
      ...{ link: directory.takesOver, mostShare: directory.endsAtMost / 100, actorId: askedBy },
      ...(endings === null ? {} : { endings }),
    });
    await this.roles.execute(directory, ofRows(found, rows));
    return outcomeOf(outcome, found.length - rows.length);
  }

  private async keepRefusal(id: string, asked: NewSync, error: unknown): Promise<void> {
    const refusal = error instanceof DomainError ? error.code : 'platform.unexpected';
    const many = refusal === 'identity.import.endings-unconfirmed' && error instanceof DomainError;
    const ended = many ? Number(error.params['count'] ?? 0) : 0;
    const counts = { created: 0, changed: 0, ended, unchanged: 0, elsewhere: 0, faulty: 0 };
    this.log.warn(`directory ${asked.directory} was not synchronised: ${refusal}`);
    await this.unitOfWork.run((tx) => this.syncs.finish(tx, id, many ? 'refused' : 'failed', { counts, refusal }));
  }
}

/** Those of the directory's people whom it may tell of. */
function ofRows(found: readonly DirectoryPerson[], rows: readonly { readonly externalId: string }[]): DirectoryPerson[] {
  const told = new Set(rows.map(({ externalId }) => externalId));
  return found.filter(({ externalId }) => told.has(externalId));
}

function outcomeOf({ created, changed, ended, unchanged, errors }: PeopleOutcome, elsewhere: number) {
  return {
    counts: { created, changed, ended, unchanged, elsewhere, faulty: errors.length },
    faults: errors.map(({ externalId, code, value }) => ({ externalId, code, value })),
  };
}
