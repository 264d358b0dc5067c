import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import type { Instant } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { TicketRecord } from '#tickets';
import { announcementEvent, type AnnouncementKind, type AnnouncementTerms, requireSoundAnnouncement } from '../domain/announcement.js';
import { requireAnnouncer } from '../domain/announcement-access.js';
import { AlsoAffectedPeople } from '../store/also-affected.js';
import { AnnouncementStore } from '../store/announcement-store.js';
import { Audience } from '../reads/audience.js';
import { AnnouncedCause } from './announced-cause.js';

export interface NewAnnouncement extends Omit<AnnouncementTerms, 'startsAt'> {
  /** Now where null. */
  readonly startsAt: Instant | null;
  readonly kind: AnnouncementKind;
  /** The declared major incident behind it, by id or number. */
  readonly incident: string | null;
  /** The scheduled change behind it, likewise; its services and its window are told where nothing else is said. */
  readonly change: string | null;
}

/** Tells institutions of a disruption or of planned work: of a declared major incident, of a scheduled change, or written by hand. */
@Injectable()
export class Announce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: AnnouncementStore,
    private readonly affected: AlsoAffectedPeople,
    private readonly audience: Audience,
    private readonly cause: AnnouncedCause,
  ) {}

  /**
   * Answers the id. Throws `changes.announcement-refused` with the fields at fault, `changes.announcement-not-yours` and what `AnnouncedCause`
   * throws.
   */
  async execute(actor: Actor, input: NewAnnouncement): Promise<string> {
    requireRight(actor, 'announcement.write');
    return this.unitOfWork.run(async (tx) => {
      const { incident, change, ...cause } = await this.cause.of(tx, actor, input);
      requireAnnouncer(actor, (incident ?? change)?.groupId ?? null);
      const forNobody = input.serviceIds.length + input.institutionIds.length === 0;
      const terms = {
        ...input,
        serviceIds: forNobody ? cause.serviceIds : input.serviceIds,
        startsAt: input.startsAt ?? cause.startsAt ?? tx.now,
        expectedEndAt: input.expectedEndAt ?? cause.expectedEndAt,
      };
      requireSoundAnnouncement(terms, input.kind);
      await this.audience.requireKnown(tx, terms);
      const id = randomUUID();
      const behind = { incidentId: incident?.id ?? null, changeId: change?.id ?? null };
      await this.announcements.add(tx, { ...terms, id, ...behind, createdById: actor.id });
      const facts = { kind: input.kind, ...behind, serviceIds: [...terms.serviceIds] };
      await tx.append(announcementEvent('announced', id, actor.id, facts));
      if (incident) await this.countReporter(tx, id, incident);
      return id;
    });
  }

  /** Whoever reported it has it too, and is told what the others are told. */
  private async countReporter(tx: Tx, id: string, { affectedUserId, institutionId }: TicketRecord): Promise<void> {
    const announcement = await this.announcements.one(tx, id);
    if (await this.audience.includes(tx, announcement, institutionId)) await this.affected.add(tx, id, affectedUserId, institutionId);
  }
}
