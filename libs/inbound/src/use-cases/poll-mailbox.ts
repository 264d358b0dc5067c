import { Injectable, Logger } from '@nestjs/common';
import { Settings, UnitOfWork } from '#platform';
import { type MailAtServer, MailboxClient, type MailboxSession } from '../mailboxes/mailbox-client.js';
import { Mailboxes } from '../store/mailboxes.js';
import { HEAD_BYTES, ReceiveMail } from './receive-mail.js';

/** In one visit at most so many; the next one takes the rest. */
const MOST = 500;

/**
 * Fetches what waits in the mailbox. Each mail is kept first, and marked at the server after the commit: whatever breaks in between, the
 * mail is found again, and known by its number.
 */
@Injectable()
export class PollMailbox {
  private readonly log = new Logger(PollMailbox.name);

  constructor(
    private readonly settings: Settings,
    private readonly unitOfWork: UnitOfWork,
    private readonly client: MailboxClient,
    private readonly mailboxes: Mailboxes,
    private readonly receive: ReceiveMail,
  ) {}

  /** Answers how many mails were new. A server that cannot be reached is noted for whoever looks, and asked again the next time. */
  async execute(): Promise<number> {
    const { name } = this.client;
    if (name === undefined) return 0;
    try {
      return await this.client.visit((session) => this.fetch(name, session));
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      this.log.warn(`mailbox ${name}: ${said}`);
      await this.unitOfWork.run((tx) => this.mailboxes.failed(tx, name, said));
      return 0;
    }
  }

  private async fetch(name: string, session: MailboxSession): Promise<number> {
    const { uidValidity, uidNext } = session;
    const place = await this.mailboxes.place(name);
    // What people have read before the desk came is theirs; what they read first afterwards is still the desk's.
    let lastUid = place?.uidValidity === uidValidity ? place.lastUid : Math.max(0, uidNext - 1);
    const waiting = (await session.waiting(lastUid)).slice(0, MOST);
    let [taken, broken] = [0, false];
    for (const mail of waiting) {
      const isNew = await this.take(name, session, mail).catch((error: unknown) => {
        this.log.warn(`mailbox ${name}, mail ${mail.uid}: ${String(error)}`);
        broken = true;
        return false;
      });
      if (isNew) taken += 1;
      // A mail that could not be fetched stays ahead of the place that has been reached.
      if (!broken) lastUid = Math.max(lastUid, mail.uid);
    }
    await this.unitOfWork.run((tx) => this.mailboxes.reached(tx, name, { uidValidity, lastUid }, taken > 0));
    return taken;
  }

  private async take(mailbox: string, session: MailboxSession, { uid, size }: MailAtServer): Promise<boolean> {
    const tooLarge = size > this.settings.mailMaxBytes;
    const source = await session.source(uid, tooLarge ? HEAD_BYTES : this.settings.mailMaxBytes + 1);
    if (!source) return false;
    const key = `${session.uidValidity}:${uid}`;
    const isNew = await this.receive.execute({ mailbox, key, source, envelopeFrom: null, envelopeTo: [] }, tooLarge ? size : source.length);
    await session.done(uid);
    return isNew;
  }
}
