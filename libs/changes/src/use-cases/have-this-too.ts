import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { letWatch, TicketFacts } from '#tickets';
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
    requireRight(actor, 'ticket.create');
    await this.unitOfWork.run(async (tx) => {
      const announcement = await this.announcements.lock(tx, id);
      const told = isShown(announcement, tx.now) && (await this.audience.includes(tx, announcement, actor.institutionId));
      if (!told) throw notFound('changes.announcement');
      if (announcement.kind !== 'disruption' || phaseOf(announcement, tx.now) !== 'during')
        throw new DomainError('changes.not-running', {}, 'conflict');
      if (!(await this.affected.add(tx, id, actor.id, actor.institutionId))) return;
      await this.watch(tx, actor, announcement);
      const counts = await this.affected.byInstitution(tx, [id]);
      const facts = {
        announcementId: id,
        incidentId: announcement.incidentId,
        institutionId: actor.institutionId,
        count: counts.reduce((sum, { people }) => sum + people, 0),
        institutions: counts.length,
      };
      await tx.append(announcementEvent('also-affected', id, actor.id, facts));
    });
  }

  /**
   * To watch is to read: he watches the incident itself only where it is his institution's and open to it. Others follow the announcement,
   * whose words are made for them.
   */
  private async watch(tx: Tx, actor: Actor, { incidentId }: Announcement): Promise<void> {
    const incident = incidentId === null ? undefined : await this.tickets.byId(incidentId, tx);
    if (incident && !incident.restricted && incident.institutionId === actor.institutionId)
      await letWatch(tx, incident.id, actor.id, actor.id);
  }
}
