import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { letWatch, stopWatching, TicketFacts, type TicketFact } from '#tickets';
import { type Announcement, announcementEvent, isShown, phaseOf } from '../domain/announcement.js';
import { Audience } from '../reads/audience.js';
import { AlsoAffectedPeople } from '../store/also-affected.js';
import { AnnouncementStore } from '../store/announcement-store.js';

/** Somebody has an announced disruption too: he joins it instead of filing another incident, and is told what its people are told. */
@Injectable()
export class HaveThisToo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: AnnouncementStore,
    private readonly affected: AlsoAffectedPeople,
    private readonly audience: Audience,
    private readonly tickets: TicketFacts,
  ) {}

  /**
   * May be said again without harm. Throws `changes.announcement.not-found` where it is not for his institution, `changes.not-running` where
   * there is nothing to have.
   */
  async execute(actor: Actor, id: string): Promise<void> {
    await this.while(actor, id, async (tx, announcement) => {
      if (!(await this.affected.add(tx, id, actor.id, actor.institutionId))) return;
      const incident = await this.openTo(tx, actor, announcement);
      if (incident) await letWatch(tx, incident.id, actor.id, actor.id);
      await this.tell(tx, actor, announcement, 'also-affected');
    });
  }

  /**
   * It was a mistake: he is counted and told no longer. May be said again without harm. Whoever reported the incident himself goes on watching it.
   * Throws what `execute` throws.
   */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.while(actor, id, async (tx, announcement) => {
      if (!(await this.affected.remove(tx, id, actor.id))) return;
      const incident = await this.openTo(tx, actor, announcement);
      const his = incident && [incident.requesterId, incident.affectedUserId].includes(actor.id);
      if (incident && !his) await stopWatching(tx, incident.id, actor.id, actor.id);
      await this.tell(tx, actor, announcement, 'no-longer-affected');
    });
  }

  private async while(actor: Actor, id: string, act: (tx: Tx, announcement: Announcement) => Promise<void>): Promise<void> {
    requireRight(actor, 'ticket.create');
    await this.unitOfWork.run(async (tx) => {
      const announcement = await this.announcements.lock(tx, id);
      const told = isShown(announcement, tx.now) && (await this.audience.includes(tx, announcement, actor.institutionId));
      if (!told) throw notFound('changes.announcement');
      if (announcement.kind !== 'disruption' || phaseOf(announcement, tx.now) !== 'during')
        throw new DomainError('changes.not-running', {}, 'conflict');
      await act(tx, announcement);
    });
  }

  private async tell(tx: Tx, actor: Actor, { id, incidentId }: Announcement, what: 'also-affected' | 'no-longer-affected'): Promise<void> {
    const counts = await this.affected.byInstitution(tx, [id]);
    const count = counts.reduce((sum, { people }) => sum + people, 0);
    const facts = { announcementId: id, incidentId, institutionId: actor.institutionId, count, institutions: counts.length };
    await tx.append(announcementEvent(what, id, actor.id, facts));
  }

  /**
   * To watch is to read: he watches the incident itself only where it is his institution's and open to it. Others follow the announcement,
   * whose words are made for them.
   */
  private async openTo(tx: Tx, actor: Actor, { incidentId }: Announcement): Promise<TicketFact | undefined> {
    const incident = incidentId === null ? undefined : await this.tickets.byId(incidentId, tx);
    return incident && !incident.restricted && incident.institutionId === actor.institutionId ? incident : undefined;
  }
}
