import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { MailFiles } from '../store/mail-files.js';
import { Mails } from '../store/mails.js';
import { FileAttachments } from './file-attachments.js';
import { ReadMail } from './read-mail.js';

const BATCH = 20;
/** So many mails are read at a time. */
const AT_ONCE = 4;

/** Reads what waits to be read, and files what waits to be filed. Several workers may do so at once. */
@Injectable()
export class TakeMail {
  private readonly log = new Logger(TakeMail.name);
  private running: Promise<number> | undefined;
  private again = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mails: Mails,
    private readonly files: MailFiles,
    private readonly readMail: ReadMail,
    private readonly fileAttachments: FileAttachments,
  ) {}

  /** Answers how many mails it read. */
  async execute(): Promise<number> {
    let read = 0;
    for (;;) {
      const ids = await this.unitOfWork.run((tx) => this.mails.claim(tx, BATCH));
      const waiting = [...ids];
      await Promise.all(Array.from({ length: AT_ONCE }, () => this.readOneByOne(waiting)));
      read += ids.length;
      if (ids.length < BATCH) break;
    }
    for (const id of await this.files.mailsWithDue(BATCH * 5)) await this.fileLater(id);
    return read;
  }

  /** Reads soon, for mail that has just come in; at most one reading of this process at a time. The job finds what this misses. */
  soon(): void {
    this.again = true;
    this.running ??= this.untilCalm().finally(() => (this.running = undefined));
  }

  private async untilCalm(): Promise<number> {
    let read = 0;
    while (this.again) {
      this.again = false;
      read += await this.execute().catch((error: unknown) => {
        this.log.warn(String(error));
        return 0;
      });
    }
    return read;
  }

  private async readOneByOne(waiting: string[]): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      await this.readMail.execute(id);
      await this.fileLater(id);
    }
  }

  /** A file that cannot be kept now, such as on a full disk, stays due. */
  private async fileLater(id: string): Promise<void> {
    await this.fileAttachments.execute(id).catch((error: unknown) => this.log.warn(`files of mail ${id}: ${String(error)}`));
  }
}
