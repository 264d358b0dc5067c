import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#platform';
import { AttachmentFiles } from '../store/attachment-files.js';

/** Keeps the place of a file for this transaction: nobody else writes or deletes the same content until it ends. */
export async function holdFile(tx: Tx, sha256: string): Promise<void> {
  await tx.execute(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`tickets.attachment ${sha256}`]);
}

/** Deletes files that no attachment names. */
@Injectable()
export class ForgetFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: AttachmentFiles,
  ) {}

  /** Deletes those of the files that no attachment names. Answers how many. */
  async unlessFiled(hashes: readonly string[]): Promise<number> {
    if (hashes.length === 0) return 0;
    return this.unitOfWork.run(async (tx) => {
      // In one order for everybody, so that nobody waits for each other.
      for (const sha256 of [...hashes].sort()) await holdFile(tx, sha256);
      const filed = await tx.query<{ sha256: string }>(`select sha256 from tickets.attachment where sha256 = any($1)`, [hashes]);
      const named = new Set(filed.map(({ sha256 }) => sha256));
      const orphans = hashes.filter((sha256) => !named.has(sha256));
      for (const sha256 of orphans) await this.files.remove(sha256);
      return orphans.length;
    });
  }
}
