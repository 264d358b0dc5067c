import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { DomainError, type Instant, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { TicketFacts, TicketKinds, type TicketRecord } from '#tickets';
import { announcementEvent, type AnnouncementKind, type AnnouncementTerms, requireSoundAnnouncement } from '../domain/announcement.js';
import { requireAnnouncer } from '../domain/announcement-access.js';
import { AlsoAffectedPeople } from '../store/also-affected.js';
import { AnnouncementStore } from '../store/announcement-store.js';
import { Audience } from '../reads/audience.js';

export interface NewAnnouncement extends Omit<AnnouncementTerms, 'startsAt'> {
  /** Now where null. */
  readonly startsAt: Instant | null;
  readonly kind: AnnouncementKind;
  /** The declared major incident behind it, by id or number. */
  readonly incident: string | null;
}

/** Tells institutions of a disruption or of planned work: of a declared major incident, or written by hand. */
@Injectable()
export class Announce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcements: AnnouncementStore,
    private readonly affected: AlsoAffectedPeople,
    private readonly audience: Audience,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
  ) {}

  /**
   * Answers the id. Throws `changes.announcement-refused` with the fields at fault, `changes.incident-not-major`, `changes.already-announced`,
   * `changes.announcement-not-yours`, `tickets.not-found`.
   */
  async execute(actor: Actor, input: NewAnnouncement): Promise<string> {
    requireRight(actor, 'announcement.write');
    return this.unitOfWork.run(async (tx) => {
      const terms = { ...input, startsAt: input.startsAt ?? tx.now };
      requireSoundAnnouncement(terms, input.kind);
      const incident = input.incident === null ? null : await this.majorIncident(tx, actor, input.incident);
      requireAnnouncer(actor, incident?.groupId ?? null);
      await this.audience.requireKnown(tx, input);
      const id = randomUUID();
      await this.announcements.add(tx, { ...terms, id, incidentId: incident?.id ?? null, changeId: null, createdById: actor.id });
      const facts = { kind: input.kind, incidentId: incident?.id ?? null, changeId: null, serviceIds: [...input.serviceIds] };
      await tx.append(announcementEvent('announced', id, actor.id, facts));
      if (incident) await this.countReporter(tx, id, incident);
      return id;
    });
  }

  private async majorIncident(tx: Tx, actor: Actor, key: string): Promise<TicketRecord> {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (!seen || seen.ticket.type !== 'incident') throw notFound('tickets');
    const { major } = await this.kinds.of('incident').view(tx, actor, seen.ticket, seen.standing);
    if (major !== 'declared') throw new DomainError('changes.incident-not-major', {}, 'conflict');
    await this.tickets.locked(seen.ticket.id, tx);
    const open = (await this.announcements.ofIncident(tx, seen.ticket.id)).some(({ endedAt }) => endedAt === null);
    if (open) throw new DomainError('changes.already-announced', {}, 'conflict');
    return seen.ticket;
  }

  /** Whoever reported it has it too, and is told what the others are told. */
  private async countReporter(tx: Tx, id: string, { affectedUserId, institutionId }: TicketRecord): Promise<void> {
    const announcement = await this.announcements.one(tx, id);
    if (await this.audience.includes(tx, announcement, institutionId)) await this.affected.add(tx, id, affectedUserId, institutionId);
  }
}
