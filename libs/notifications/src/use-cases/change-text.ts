import { Injectable } from '@nestjs/common';
import { type Actor, stableId } from '#identity';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { requireSoundText, type ShippedText } from '../domain/text-catalogue.js';
import { TextRegister } from '../reads/text-register.js';
import { type OwnText, TextStore } from '../store/text-store.js';

/** The subject of a text's events. */
export const TEXT_SUBJECT = 'notice-text';

/** The id under which a text has its history. */
export const textId = (key: string): string => stableId(TEXT_SUBJECT, key);

/** An administrator words a text of notices or mails, or goes back to the one that was shipped. */
@Injectable()
export class ChangeText {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: TextRegister,
    private readonly store: TextStore,
  ) {}

  /** Throws `notifications.text.not-found`, `notifications.place-unknown` and `-missing` (422), `platform.version-mismatch`. */
  async word(actor: Actor, key: string, words: ShippedText, ifMatch: string | undefined): Promise<void> {
    const shipped = this.register.shipped(key);
    for (const locale of ['lv', 'en'] as const) requireSoundText(shipped, locale, words[locale]);
    await this.keep(actor, key, words, ifMatch);
  }

  async restore(actor: Actor, key: string, ifMatch: string | undefined): Promise<void> {
    await this.keep(actor, key, this.register.shipped(key), ifMatch);
  }

  private async keep(actor: Actor, key: string, words: ShippedText, ifMatch: string | undefined): Promise<void> {
    const shipped = this.register.shipped(key);
    await this.unitOfWork.run(async (tx) => {
      const kept = await this.store.lock(tx, key);
      requireVersion(ifMatch, kept?.version ?? 0);
      const before = { lv: kept?.lv ?? shipped.lv, en: kept?.en ?? shipped.en };
      const own = { lv: words.lv === shipped.lv ? null : words.lv, en: words.en === shipped.en ? null : words.en };
      if (before.lv === words.lv && before.en === words.en) return;
      await this.store.write(tx, textId(key), key, own, actor.id);
      await this.tell(tx, actor, key, before, words, own);
    });
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    key: string,
    before: ShippedText,
    after: ShippedText,
    own: Pick<OwnText, 'lv' | 'en'>,
  ): Promise<void> {
    const changed = (['lv', 'en'] as const).filter((locale) => before[locale] !== after[locale]);
    const changes = Object.fromEntries(changed.map((locale) => [locale, { from: before[locale], to: after[locale] }]));
    await tx.append({
      type: own.lv === null && own.en === null ? 'notifications.text-restored' : 'notifications.text-changed',
      version: 1,
      subject: { type: TEXT_SUBJECT, id: textId(key) },
      actorId: actor.id,
      payload: { key, changes },
    });
  }
}
