import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import { contentKeyOf } from '../domain/content-key.js';
import { type MailText, textOfMail } from '../domain/mail-text.js';
import { firstWords, type MailFile, type ParsedMail } from '../domain/parsed-mail.js';
import { parseApart } from '../reads/parse-apart.js';
import { MailFiles } from '../store/mail-files.js';
import { Mails, type Settled, type WaitingMail } from '../store/mails.js';
import { SettleMail } from './settle-mail.js';

/** A mail that could not be read or settled so often is parked for a person. */
const MOST_ATTEMPTS = 3;

interface Contents {
  readonly parsed: ParsedMail | undefined;
  readonly text: MailText;
  readonly contentKey: string;
}

const NO_TEXT: MailText = { words: '', html: null, whole: null };

/** What a mail holds; nothing in it may end the program. */
export async function contentsOf(source: Uint8Array): Promise<Contents> {
  const parsed = await parseApart(source);
  return { parsed, text: parsed ? textOfMail(parsed) : NO_TEXT, contentKey: contentKeyOf(parsed, source) };
}

/** The files to file with a ticket: those of the mail, and its whole text where the words had to be shortened. */
export function filesOf({ parsed, text }: Pick<Contents, 'parsed' | 'text'>): readonly MailFile[] {
  return [...(parsed?.files ?? []), ...(text.whole ? [text.whole] : [])];
}

/**
 * Reads a mail that was taken in, decides what becomes of it and does it, all in one transaction: a mail is settled exactly once. What
 * the rules of tickets refuse, and what cannot be read at all, waits for a person.
 */
@Injectable()
export class ReadMail {
  private readonly log = new Logger(ReadMail.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly mails: Mails,
    private readonly files: MailFiles,
    private readonly settleMail: SettleMail,
  ) {}

  /** Answers what became of it; undefined where it does not wait, or waits for another attempt. */
  async execute(id: string): Promise<Settled | undefined> {
    const source = await this.mails.source(this.database, id);
    if (!source) return undefined;
    try {
      const contents = await contentsOf(source);
      return await this.settle(id, contents);
    } catch (error) {
      this.log.warn(`mail ${id}: ${String(error)}`);
      return this.giveUp(id);
    }
  }

  private async settle(id: string, contents: Contents): Promise<Settled | undefined> {
    try {
      return await this.once(id, contents, (tx, mail) => this.fateOf(tx, mail, contents));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code } = error;
      return this.once(id, contents, () => Promise.resolve({ fate: 'parked', why: 'not_permitted', detail: code }));
    }
  }

  private once(id: string, contents: Contents, decide: (tx: Tx, mail: WaitingMail) => Promise<Settled>): Promise<Settled | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const mail = await this.mails.lock(tx, id);
      if (mail?.fate !== 'received') return undefined;
      const { parsed, text, contentKey } = contents;
      const { messageId, from, fromName, subject } = parsed ?? {
        messageId: null,
        from: null,
        fromName: '',
        subject: firstWords(mail.source),
      };
      await this.mails.note(tx, id, { messageId, from, fromName, subject, contentKey, words: text.words, html: text.html });
      await this.files.list(tx, id, filesOf(contents));
      const settled = await decide(tx, mail);
      await this.mails.settle(tx, id, settled);
      if (settled.fate === 'created' || settled.fate === 'replied') await this.files.fall(tx, id);
      return settled;
    });
  }

  private async fateOf(tx: Tx, mail: WaitingMail, { parsed, text, contentKey }: Contents): Promise<Settled> {
    if (await this.mails.isKnown(tx, mail.id, contentKey)) return { fate: 'duplicate', why: 'seen_before' };
    if (!parsed) return { fate: 'malformed', why: 'unreadable' };
    return this.settleMail.execute(tx, { id: mail.id, parsed, words: text.words }, mail);
  }

  private giveUp(id: string): Promise<Settled | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const mail = await this.mails.lock(tx, id);
      if (mail?.fate !== 'received' || mail.attempts < MOST_ATTEMPTS) return undefined;
      const settled: Settled = { fate: 'malformed', why: 'failed' };
      await this.mails.settle(tx, id, settled);
      return settled;
    });
  }
}
