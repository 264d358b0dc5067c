import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { Settings, Texts } from '#platform';
import { type Names, TicketNames } from '#tickets';
import type { Freeze } from '../domain/conflict.js';
import { type CalendarEntry, writeCalendar } from '../domain/icalendar.js';
import type { PlacedChange } from './occupied-calendar.js';

/** Puts the calendar into the words of its reader. */
@Injectable()
export class CalendarFileWords {
  constructor(
    private readonly texts: Texts,
    private readonly names: TicketNames,
    private readonly settings: Settings,
  ) {}

  async write({ locale }: Actor, now: Instant, changes: readonly PlacedChange[], freezes: readonly Freeze[]): Promise<string> {
    const names = await this.names.find(locale, { services: changes.flatMap(({ serviceIds }) => serviceIds) });
    const entries = [
      ...changes.map((change) => this.changeEntry(locale, change, names)),
      ...freezes.map(({ id, from, to, reason }) => ({
        ...{ uid: `freeze-${id}@atbalsts`, sequence: 0, from, to, description: reason },
        summary: this.texts.say(locale, 'changes.feed.freeze', { reason }),
        ...{ status: 'CONFIRMED' as const, busy: false },
      })),
    ];
    return writeCalendar(this.texts.say(locale, 'changes.feed.name'), now, entries);
  }

  private changeEntry(
    locale: Actor['locale'],
    { id, ticket, from, to, serviceIds, outageMinutes }: PlacedChange,
    names: Names,
  ): CalendarEntry {
    const services = serviceIds.map((service) => names.of(service).name);
    const lines = [
      ...(services.length > 0 ? [this.texts.say(locale, 'changes.feed.services', { services: services.join(', ') })] : []),
      ...(outageMinutes > 0 ? [this.texts.say(locale, 'changes.feed.outage', { minutes: outageMinutes })] : []),
    ];
    return {
      ...{ uid: `${id}@atbalsts`, sequence: ticket.version, from, to },
      summary: `${ticket.number} ${ticket.title}`,
      description: lines.join('\n'),
      url: `${this.settings.publicUrl}/desk/changes/${ticket.number}`,
      status: ticket.state === 'awaiting_authorisation' ? 'TENTATIVE' : 'CONFIRMED',
      busy: false,
    };
  }
}
