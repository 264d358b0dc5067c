import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings, UnitOfWork } from '#platform';
import { parseMail } from '../domain/parse-mail.js';
import { type ArrivedMail, Mails } from '../store/mails.js';

/** Of a mail that is too large so much is looked at and kept. */
export const HEAD_BYTES = 64 * 1024;

/** Bytes up to the empty line that ends the head of a mail, at most `HEAD_BYTES`. */
export function headOf(source: Uint8Array): Buffer {
  const start = Buffer.from(source.subarray(0, HEAD_BYTES));
  const end = start.indexOf('\r\n\r\n');
  return end < 0 ? start : start.subarray(0, end + 4);
}

/**
 * Takes in a mail, whichever way it came: its bytes are kept before anything looks into them, and the way it came may forget it when
 * this has answered. Handing the same mail in twice does no harm.
 */
@Injectable()
export class ReceiveMail {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly mails: Mails,
  ) {}

  /** `size` where the bytes given are only the beginning of the mail. False where it was kept before. */
  async execute(mail: ArrivedMail, size = mail.source.length): Promise<boolean> {
    if (size > this.settings.mailMaxBytes) return this.noteTooLarge(mail, size);
    const sha256 = createHash('sha256').update(mail.source).digest('hex');
    return this.unitOfWork.run((tx) => this.mails.add(tx, mail, sha256));
  }

  private async noteTooLarge(mail: ArrivedMail, size: number): Promise<boolean> {
    const head = headOf(mail.source);
    const parsed = await parseMail(head);
    const sha256 = createHash('sha256').update(head).digest('hex');
    await this.unitOfWork.run((tx) =>
      this.mails.addTooLarge(tx, { ...mail, source: head }, { size, sha256, from: parsed?.from ?? null, subject: parsed?.subject ?? '' }),
    );
    return true;
  }
}
