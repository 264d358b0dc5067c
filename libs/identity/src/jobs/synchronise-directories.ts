import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '#kernel';
import { JobRegistry } from '#platform';
import { Directories } from '../outside/directories.js';
import { SynchroniseDirectory } from '../use-cases/synchronise-directory.js';

export const SYNCHRONISE = 'identity.synchronise-directory';

/** Reads every directory at night, and one when somebody asks. */
@Injectable()
export class SynchroniseDirectories implements OnModuleInit {
  private readonly log = new Logger(SynchroniseDirectories.name);

  constructor(
    private readonly registry: JobRegistry,
    private readonly directories: Directories,
    private readonly synchronise: SynchroniseDirectory,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'identity.synchronise-directories', queue: 'chores', run: () => this.all() });
    this.registry.define<{ syncId: string }>({ name: SYNCHRONISE, queue: 'chores', run: ({ syncId }) => this.synchronise.execute(syncId) });
  }

  /** One after the other; one that is away or under way holds up no other. */
  private async all(): Promise<void> {
    for (const { code } of this.directories.all) {
      try {
        const id = await this.synchronise.begin({ directory: code, dry: false, askedBy: null, endings: null });
        await this.synchronise.execute(id);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.log.warn(`directory ${code} is not synchronised tonight: ${error.code}`);
      }
    }
  }
}
