import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Tx } from '#platform';
import { type Departure, departure, type Preferences, type WaitingMail, waysOfKind } from '../domain/preferences.js';
import { NoticePreferences } from '../store/notice-preferences.js';

/** Whose days are working days (DOMAIN 4.2), and whose midnight begins a day. */
const CALENDAR = 'lv-8x5';

/** Whether and when mails leave, as their readers decided. */
@Injectable()
export class MailDepartures {
  constructor(
    private readonly preferences: NoticePreferences,
    private readonly calendars: CalendarBook,
  ) {}

  /** Undefined where the person does not want mails of this kind. An address that no person has is written to at once. */
  async of(tx: Tx, userId: string | null, mail: WaitingMail): Promise<Departure | undefined> {
    if (userId === null) return { at: tx.now, digest: false };
    return (await this.forMany(tx, [userId]))(userId, mail);
  }

  /** The same for many people at once. */
  async forMany(tx: Tx, userIds: readonly string[]): Promise<(userId: string, mail: WaitingMail) => Departure | undefined> {
    const of = await this.preferences.of(tx, userIds);
    const waits = ({ quiet, digestHour }: Preferences): boolean => quiet !== null || digestHour !== null;
    const calendar = userIds.some((userId) => waits(of(userId))) ? await this.calendars.byCode(CALENDAR, tx) : undefined;
    return (userId, mail) => {
      const preferences = of(userId);
      if (!waysOfKind(mail.kind, preferences).mail) return undefined;
      return calendar && waits(preferences) ? departure(mail, preferences, tx.now, calendar) : { at: tx.now, digest: false };
    };
  }

  /** Does this person want mails of this kind? */
  async wants(tx: Tx, userId: string, kind: string): Promise<boolean> {
    return waysOfKind(kind, (await this.preferences.of(tx, [userId]))(userId)).mail;
  }

  /** The departure of what waits for a person, by what he has decided now. */
  async anew(tx: Tx, preferences: Preferences): Promise<(mail: WaitingMail) => Departure> {
    const calendar = await this.calendars.byCode(CALENDAR, tx);
    return (mail) => departure(mail, preferences, tx.now, calendar);
  }
}
