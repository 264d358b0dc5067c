import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, plusSeconds, toDate } from '#kernel';
import { JobRegistry } from '#platform';
import { AttachmentFiles } from '../store/attachment-files.js';
import { ForgetFiles } from '../use-cases/forget-files.js';

/** An upload takes minutes at most; whatever is older belongs to a process that ended on the way. */
const AGE_SECONDS = 24 * 3_600;
/** So many files are looked up, and held, at a time. */
const AT_ONCE = 200;

/** Deletes files in the data folder that nothing names: an upload that was rolled back, or whose process was ended. */
@Injectable()
export class SweepFiles implements OnModuleInit {
  private readonly log = new Logger('SweepFiles');

  constructor(
    private readonly registry: JobRegistry,
    private readonly clock: Clock,
    private readonly files: AttachmentFiles,
    private readonly forget: ForgetFiles,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'tickets.sweep-files', queue: 'chores', run: () => this.run() });
  }

  /** Answers how many files were deleted. */
  async run(): Promise<number> {
    const before = toDate(plusSeconds(this.clock.now(), -AGE_SECONDS));
    let deleted = await this.files.discardIncoming(before);
    for await (const hashes of this.files.keptBefore(before)) {
      for (let at = 0; at < hashes.length; at += AT_ONCE) deleted += await this.forget.unlessFiled(hashes.slice(at, at + AT_ONCE));
    }
    if (deleted > 0) this.log.warn(`${deleted} files that no ticket names were deleted`);
    return deleted;
  }
}
