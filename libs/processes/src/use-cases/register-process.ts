import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import { DomainError } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import type { ProcessTerms } from '../domain/process.js';
import { requireOwner } from '../domain/process-access.js';
import { processEvent } from '../domain/process-events.js';
import { requireSoundTerms } from '../domain/process-terms.js';
import { PracticeCatalogue } from '../reads/practice-catalogue.js';
import { ProcessStore } from '../store/process-store.js';
import { ProcessWork } from './process-work.js';

/** Enters a process into the register, describes it and names its owner. */
@Injectable()
export class RegisterProcess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly processes: ProcessStore,
    private readonly practices: PracticeCatalogue,
    private readonly identity: IdentityFacts,
    private readonly work: ProcessWork,
  ) {}

  /** Answers the id. Throws `processes.practice-unknown`, `processes.owner-unknown`, `processes.practice-registered`. */
  async register(actor: Actor, practice: string, ownerId: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.practices.has(tx, practice))) throw refused('practice-unknown', 'practice');
      await this.requirePerson(tx, ownerId);
      // A process owner enters a process of his own; whose it is otherwise, a manager says.
      if (ownerId !== actor.id && !holds(actor, 'process.approve')) throw new DomainError('processes.not-owner', {}, 'forbidden');
      if ((await this.processes.all(tx)).some((one) => one.practice === practice && one.stage !== 'retired'))
        throw new DomainError('processes.practice-registered', {}, 'conflict');
      const id = randomUUID();
      await this.processes.add(tx, { id, practice, ownerId });
      await tx.append(processEvent('registered', id, actor.id, { practice, ownerId }));
      return id;
    });
  }

  /** Says what it is. Once it is approved its lifecycle and metrics stay: another order would have to approve others. */
  async describe(actor: Actor, id: string, terms: ProcessTerms, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const process = await this.processes.lock(tx, id);
      requireVersion(ifMatch, process.revision);
      requireOwner(actor, process);
      requireSoundTerms(process, terms);
      await this.processes.describe(tx, id, terms);
      await tx.append(processEvent('described', id, actor.id));
      await this.work.follow(tx, id);
    });
  }

  /** Another owner, or none; without one an implemented process is suspended at once. */
  async changeOwner(actor: Actor, id: string, ownerId: string | null, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const process = await this.processes.lock(tx, id);
      requireVersion(ifMatch, process.revision);
      if (ownerId !== null) await this.requirePerson(tx, ownerId);
      await this.processes.setOwner(tx, id, ownerId);
      await tx.append(processEvent('owner-changed', id, actor.id, { from: process.ownerId, to: ownerId }));
      await this.work.follow(tx, id);
    });
  }

  private async requirePerson(tx: Tx, id: string): Promise<void> {
    if (!(await this.identity.contact(id, tx))) throw refused('owner-unknown', 'ownerId');
  }
}

function refused(code: string, field: string): DomainError {
  return new DomainError(`processes.${code}`, {}, 'invalid', [{ pointer: `/${field}`, code: `processes.${code}` }]);
}
