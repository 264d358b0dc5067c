import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import { TicketFacts } from '#tickets';
import {
  type Announcement,
  announcementEvent,
  type AnnouncementTerms,
  type Bilingual,
  requireNobodyNamed,
  requireNotEnded,
  requireSoundAnnouncement,
} from '../domain/announcement.js';
import { requireAnnouncer } from '../domain/announcement-access.js';
import { Audience } from '../reads/audience.js';
import { AnnouncementStore } from '../store/announcement-store.js';

/** What happens to an announcement after it was made: its words change, there is news, it is over. */
@Injectable()
export class TellOfAnnouncement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: AnnouncementStore,
    private readonly audience: Audience,
    private readonly tickets: TicketFacts,
  ) {}

  /** Changes what it says; nobody is told by that. Throws `changes.announcement-ended`, `changes.announcement-refused`. */
  async change(actor: Actor, id: string, terms: Partial<AnnouncementTerms>, ifMatch?: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const announcement = await this.lock(tx, actor, id, ifMatch);
      const changed = { ...announcement, ...terms };
      requireSoundAnnouncement(changed, announcement.kind);
      await this.audience.requireKnown(tx, changed);
      await this.announcements.change(tx, id, changed);
      await tx.append(announcementEvent('announcement-changed', id, actor.id, { fields: Object.keys(terms) }));
    });
  }

  /** News for all institutions concerned; whoever has the trouble too gets it as a notice and by mail, once. */
  async update(actor: Actor, id: string, text: Bilingual): Promise<void> {
    requireNobodyNamed({ text });
    await this.unitOfWork.run(async (tx) => {
      await this.lock(tx, actor, id);
      const updateId = randomUUID();
      await this.announcements.addUpdate(tx, { id: updateId, announcementId: id, byId: actor.id, text });
      await tx.append(announcementEvent('announcement-updated', id, actor.id, { updateId }));
    });
  }

  /** Says that it is over and what came of it. */
  async end(actor: Actor, id: string, after: Bilingual, ifMatch?: string): Promise<void> {
    requireNobodyNamed({ after });
    await this.unitOfWork.run(async (tx) => {
      const { incidentId } = await this.lock(tx, actor, id, ifMatch);
      await this.announcements.end(tx, id, after);
      await tx.append(announcementEvent('announcement-ended', id, actor.id, { incidentId }));
    });
  }

  private async lock(tx: Tx, actor: Actor, id: string, ifMatch?: string): Promise<Announcement> {
    requireRight(actor, 'announcement.write');
    const announcement = await this.announcements.lock(tx, id);
    requireVersion(ifMatch, announcement.revision);
    const behindId = announcement.incidentId ?? announcement.changeId;
    const behind = behindId === null ? undefined : await this.tickets.byId(behindId, tx);
    requireAnnouncer(actor, behind?.groupId ?? null);
    requireNotEnded(announcement);
    return announcement;
  }
}
