import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Role } from '#identity';
import type { Queryable } from '#platform';
import { type TicketFact, TicketFacts } from '#tickets';
import type { Parties } from '../domain/notice.js';

/** A ticket with the people around it. */
export interface TicketWithParties {
  readonly ticket: TicketFact;
  readonly parties: Parties;
}

/** Finds the people around a ticket: those who asked, those who work on it, those who watch over it. */
@Injectable()
export class TicketParties {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly identity: IdentityFacts,
  ) {}

  /** Undefined where there is no such ticket. */
  async of(on: Queryable, ticketId: string, roles: readonly Role[] = []): Promise<TicketWithParties | undefined> {
    const ticket = await this.tickets.byId(ticketId, on);
    if (!ticket) return undefined;
    const { id, number, requesterId, affectedUserId, assigneeId, groupId, institutionId } = ticket;
    const leadId = groupId === null ? null : await this.identity.leadOf(groupId, on);
    const memberIds = groupId === null ? [] : await this.identity.membersOf(groupId, on);
    const managerIds = await this.identity.holdersOf('manager', institutionId, on);
    const watcherIds = await this.tickets.watcherIds(id, on);
    const roleHolders: Record<string, readonly string[]> = {};
    for (const role of roles) roleHolders[role] = await this.identity.holdersOf(role, institutionId, on);
    return {
      ticket,
      parties: { ticketId: id, number, requesterId, affectedUserId, assigneeId, leadId, memberIds, watcherIds, managerIds, roleHolders },
    };
  }
}
