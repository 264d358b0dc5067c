import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { type Queryable, Settings } from '#platform';
import { TicketNames, type TicketRecord } from '#tickets';
import type { PlaceholderValues } from '../domain/placeholders.js';

/** What of a ticket fills the places of a text. */
export type PlacedTicket = Pick<TicketRecord, 'requesterId' | 'serviceId' | 'groupId' | 'institutionId' | 'number' | 'title'>;

/** What the places of an answer are filled with on one ticket. */
@Injectable()
export class PlaceValues {
  constructor(
    private readonly names: TicketNames,
    private readonly settings: Settings,
  ) {}

  /** Where no person answers (`agentId` null), his places have nothing. */
  async of(ticket: PlacedTicket, agentId: string | null, locale: Locale, on?: Queryable): Promise<PlaceholderValues> {
    const { requesterId, serviceId, groupId, institutionId, number, title } = ticket;
    const wants = { people: [requesterId, agentId], services: [serviceId], groups: [groupId], institutions: [institutionId] };
    const names = await this.names.find(locale, wants, on);
    const name = (id: string | null): string => names.orNull(id)?.name ?? '';
    return {
      'requester.name': name(requesterId),
      'requester.firstName': firstOf(name(requesterId)),
      'ticket.number': number,
      'ticket.title': title,
      'ticket.link': `${this.settings.publicUrl}/tickets/${number}`,
      'service.name': name(serviceId),
      'group.name': name(groupId),
      'institution.name': name(institutionId),
      'agent.name': name(agentId),
      'agent.firstName': firstOf(name(agentId)),
    };
  }
}

const firstOf = (name: string): string => name.split(' ')[0] ?? '';
