import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError } from '#kernel';
import { Jobs, UnitOfWork } from '#platform';
import { findImport, startApplying } from '../store/imports.js';

/** Says that a checked file is to be applied; the workers do it. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** Throws `assets.import.not-found`, `assets.import.begun`, `assets.import.nothing-to-do`. */
  async execute(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'cmdb.write');
    await this.unitOfWork.run(async (tx) => {
      const file = await findImport(tx, id, actor.id, { lock: true });
      if (file.state !== 'checked') throw new DomainError('assets.import.begun', {}, 'conflict');
      if (file.added + file.changed === 0) throw new DomainError('assets.import.nothing-to-do', {}, 'conflict');
      await startApplying(tx, id);
      const { fileName, lines, added, changed } = file;
      await tx.append({
        type: 'assets.import-started',
        version: 1,
        subject: { type: 'asset_import', id },
        actorId: actor.id,
        payload: { fileName, lines, added, changed },
      });
    });
    // Should the job be lost, the sweep finds the import in its table.
    await this.jobs.add('assets.continue-import', { importId: id }, { jobId: `assets-import-${id}` });
  }
}
