import { Injectable, Logger } from '@nestjs/common';
import { type Tx, UnitOfWork } from '#platform';
import { DigestReaders } from '../reads/digest-readers.js';
import { MailWording } from '../reads/mail-wording.js';
import { Deliveries } from '../store/deliveries.js';
import { HeldMails } from '../store/held-mails.js';
import { SETTINGS_PATH } from './write-notice-mails.js';

const AT_ONCE = 200;

/** Makes one mail of those that were held back for a person, when its hour has come: each mail becomes a line once, in one transaction. */
@Injectable()
export class GatherDigests {
  private readonly log = new Logger(GatherDigests.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly held: HeldMails,
    private readonly people: DigestReaders,
    private readonly wording: MailWording,
    private readonly deliveries: Deliveries,
  ) {}

  /** Answers how many people had a digest due. */
  async execute(): Promise<number> {
    const due = await this.held.due(AT_ONCE);
    for (const userId of due) {
      try {
        await this.unitOfWork.run((tx) => this.one(tx, userId));
      } catch (error) {
        this.log.error(`digest of ${userId}: ${String(error)}`);
      }
    }
    return due.length;
  }

  private async one(tx: Tx, userId: string): Promise<void> {
    const mails = await this.held.lock(tx, userId);
    const first = mails[0];
    if (!first) return;
    await this.held.gathered(
      tx,
      mails.map(({ id }) => id),
    );
    const reader = await this.people.of(tx, userId, mails);
    if (!reader || reader.mails.length === 0) return;
    const { name, email, locale } = reader;
    const settingsUrl = this.wording.address(SETTINGS_PATH);
    const lines = reader.mails.map(({ subject, page }) => ({ words: subject, url: page ?? this.wording.address('/') }));
    await this.deliveries.write(tx, {
      ...(await this.wording.ofDigest(tx, userId, { locale, name, lines, settingsUrl })),
      ...{ kind: 'digest', userId, ticketId: null, toAddress: email, locale, asksRating: false },
      dedupeKey: `digest:${first.id}`,
    });
  }
}
