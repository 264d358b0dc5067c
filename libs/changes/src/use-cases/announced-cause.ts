import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, fieldRefused, type Instant, notFound } from '#kernel';
import type { Tx } from '#platform';
import { TicketFacts, TicketKinds, type TicketRecord } from '#tickets';
import { ANNOUNCED_STATES, type AnnouncementKind } from '../domain/announcement.js';
import { AnnouncementStore } from '../store/announcement-store.js';
import { ChangeStore } from '../store/change-store.js';

/** What an announcement is said to be of, by id or number. */
export interface NamedCause {
  readonly kind: AnnouncementKind;
  readonly incident: string | null;
  readonly change: string | null;
}

/** What stands behind an announcement, under lock; for a change with what it says of itself where the writer says nothing. */
export interface Cause {
  readonly incident: TicketRecord | null;
  readonly change: TicketRecord | null;
  readonly serviceIds: readonly string[];
  readonly startsAt: Instant | null;
  readonly expectedEndAt: Instant | null;
}

const NONE: Cause = { incident: null, change: null, serviceIds: [], startsAt: null, expectedEndAt: null };

/** Finds the incident or the change behind an announcement, and sees to it that it has but one open. */
@Injectable()
export class AnnouncedCause {
  constructor(
    private readonly announcements: AnnouncementStore,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
    private readonly changes: ChangeStore,
  ) {}

  /**
   * Throws `changes.incident-not-major`, `changes.change-not-scheduled`, `changes.already-announced`, `tickets.not-found`;
   * `changes.announcement-of-one` where both are named, or a change with another kind than planned work.
   */
  async of(tx: Tx, actor: Actor, { kind, incident, change }: NamedCause): Promise<Cause> {
    if (change === null) return incident === null ? NONE : { ...NONE, incident: await this.majorIncident(tx, actor, incident) };
    if (incident !== null || kind !== 'planned_work') throw fieldRefused('changes.announcement-of-one', 'change');
    return this.scheduledChange(tx, actor, change);
  }

  private async majorIncident(tx: Tx, actor: Actor, key: string): Promise<TicketRecord> {
    const { ticket, standing } = await this.seen(tx, actor, key, 'incident');
    const { major } = await this.kinds.of('incident').view(tx, actor, ticket, standing);
    if (major !== 'declared') throw new DomainError('changes.incident-not-major', {}, 'conflict');
    await this.requireUnannounced(tx, ticket.id);
    return ticket;
  }

  private async scheduledChange(tx: Tx, actor: Actor, key: string): Promise<Cause> {
    const { ticket } = await this.seen(tx, actor, key, 'change');
    if (!ANNOUNCED_STATES.has(ticket.state)) throw new DomainError('changes.change-not-scheduled', {}, 'conflict');
    await this.requireUnannounced(tx, ticket.id);
    const { serviceIds, window } = await this.changes.of(ticket, tx);
    return { incident: null, change: ticket, serviceIds, startsAt: window?.from ?? null, expectedEndAt: window?.to ?? null };
  }

  private async seen(tx: Tx, actor: Actor, key: string, type: 'incident' | 'change') {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (seen?.ticket.type !== type) throw notFound('tickets');
    return seen;
  }

  private async requireUnannounced(tx: Tx, ticketId: string): Promise<void> {
    await this.tickets.locked(ticketId, tx);
    const open = (await this.announcements.behind(tx, ticketId)).some(({ endedAt }) => endedAt === null);
    if (open) throw new DomainError('changes.already-announced', {}, 'conflict');
  }
}
