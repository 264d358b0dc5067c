import { formatInstant, type Instant, type Json, parseInstant } from '#kernel';
import type { TicketEvent } from '../ticket-event.js';

export const TICKET = '00000000-0000-4000-8000-00000000000a';
export const INSTITUTION = '00000000-0000-4000-8000-0000000000b1';
export const SERVICE = '00000000-0000-4000-8000-0000000000c1';
export const FIRST_LINE = '00000000-0000-4000-8000-0000000000d1';
export const SECOND_LINE = '00000000-0000-4000-8000-0000000000d2';

/** An instant by the wall clock of Riga in winter, unless it says its offset. */
export function riga(text: string): Instant {
  return parseInstant(/[Z+]/.test(text.slice(11)) ? text : `${text}+02:00`);
}

/** Writes a ticket's history for a spec: events get their ids in the order in which they are written. */
export class History {
  private readonly written: TicketEvent[] = [];

  constructor(private readonly ticketId = TICKET) {}

  add(at: string, type: string, payload: { readonly [key: string]: Json }): this {
    const instant = riga(at);
    this.written.push({ id: this.written.length + 1, at: instant, knownAt: instant, ticketId: this.ticketId, type, payload });
    return this;
  }

  submitted(at: string, more: { readonly [key: string]: Json } = {}): this {
    return this.add(at, 'incidents.submitted', {
      institutionId: INSTITUTION,
      serviceId: SERVICE,
      groupId: FIRST_LINE,
      priority: 3,
      source: 'portal',
      ...more,
    });
  }

  clock(at: string, what: string, more: { readonly [key: string]: Json } = {}): this {
    return this.add(at, `sla.clock-${what}`, { clockId: 'clock', kind: 'resolution', cycle: 1, ...more });
  }

  decided(at: string, outcome: 'met' | 'breached', outcomeAt = at, more: { readonly [key: string]: Json } = {}): this {
    return this.clock(at, 'decided', { outcome, at: formatInstant(riga(outcomeAt)), ...more });
  }

  get events(): readonly TicketEvent[] {
    return this.written;
  }
}
