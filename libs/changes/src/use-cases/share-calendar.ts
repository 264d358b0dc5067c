import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { hashToken, newToken } from '#kernel';
import { Settings, UnitOfWork } from '#platform';
import { CalendarFeeds } from '../store/calendar-feeds.js';
import { CalendarReferences } from './calendar-references.js';

/** Gives a person a link for his calendar program, and takes it back. */
@Injectable()
export class ShareCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: CalendarFeeds,
    private readonly references: CalendarReferences,
    private readonly settings: Settings,
  ) {}

  /**
   * Answers the address with its token, which is shown this once; an earlier link of his ends. Throws `changes.service-unknown` and
   * `changes.institution-unknown`.
   */
  async create(actor: Actor, filter: { readonly serviceId: string | null; readonly institutionId: string | null }): Promise<string> {
    requireRight(actor, 'change.calendar');
    const token = newToken();
    await this.unitOfWork.run(async (tx) => {
      await this.references.require(tx, filter);
      await this.feeds.replace(tx, hashToken(token), { userId: actor.id, ...filter });
      await tx.append(event('feed-created', actor, { ...filter }));
    });
    return `${this.settings.publicUrl}/api/v1/change-calendar.ics?token=${token}`;
  }

  /** What is not there needs no taking back. */
  async revoke(actor: Actor): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (await this.feeds.remove(tx, actor.id)) await tx.append(event('feed-revoked', actor, {}));
    });
  }
}

function event(what: 'feed-created' | 'feed-revoked', actor: Actor, payload: Readonly<Record<string, string | null>>) {
  return { type: `changes.${what}`, version: 1, subject: { type: 'user', id: actor.id }, actorId: actor.id, payload };
}
