import { type Instant, instant } from '#kernel';
import { numberOf, textOf, type TicketEvent } from './ticket-event.js';

interface Step<Value> {
  readonly at: Instant;
  readonly value: Value;
}

/** A stretch in which one group had the ticket. */
export interface GroupStay {
  readonly groupId: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Who had a ticket, and how urgent it was, at any instant; read from its own events. */
export class TicketTimeline {
  private readonly groups: Step<string>[] = [];
  private readonly priorities: Step<number>[] = [];
  private readonly services: Step<string>[] = [];
  readonly institutionId: string | null = null;
  readonly source: string | null = null;
  readonly cancelled: { readonly reason: string | null; readonly at: Instant } | null = null;

  /** `events` in the order of the log. */
  constructor(events: readonly TicketEvent[]) {
    for (const event of events) {
      const group = event.type.startsWith('incidents.') ? textOf(event, 'groupId') : null;
      if (group) this.groups.push({ at: event.at, value: group });
      if (event.type === 'incidents.submitted') {
        this.institutionId = textOf(event, 'institutionId');
        const service = textOf(event, 'serviceId');
        if (service) this.services.push({ at: event.at, value: service });
        this.source = textOf(event, 'source');
        const priority = numberOf(event, 'priority');
        if (priority) this.priorities.push({ at: event.at, value: priority });
      } else if (event.type === 'incidents.priority-changed') {
        const priority = newValue(event, 'priority');
        if (typeof priority === 'number') this.priorities.push({ at: event.at, value: priority });
      } else if (event.type === 'incidents.service-changed') {
        const service = newValue(event, 'serviceId');
        if (typeof service === 'string') this.services.push({ at: event.at, value: service });
      } else if (event.type === 'incidents.cancelled') {
        this.cancelled = { reason: textOf(event, 'reason'), at: event.at };
      } else if (event.type === 'incidents.unmerged') {
        this.cancelled = null;
      }
    }
  }

  /** The group assigned at an instant (DOMAIN 5), or null where none was yet. */
  groupAt(at: Instant): string | null {
    return lastUntil(this.groups, at);
  }

  /** The group that had the ticket first, or null where none ever had it. */
  get firstGroup(): string | null {
    return this.groups[0]?.value ?? null;
  }

  /** The service that the ticket was about at an instant, or null where it names none. */
  serviceAt(at: Instant): string | null {
    return lastUntil(this.services, at);
  }

  /** Which group had the ticket when, between two instants; whoever had it first had it from the beginning. */
  stays(from: Instant, to: Instant): GroupStay[] {
    return this.groups.flatMap(({ at, value }, index) => {
      const begin = index === 0 ? from : instant(Math.max(at, from));
      const end = instant(Math.min(this.groups[index + 1]?.at ?? to, to));
      return begin < end ? [{ groupId: value, from: begin, to: end }] : [];
    });
  }

  /** The priority at an instant, or null where none is on record. */
  priorityAt(at: Instant): number | null {
    return lastUntil(this.priorities, at);
  }
}

/** What an event of a change says is new. */
export function newValue({ payload }: TicketEvent, key: string): unknown {
  const { to } = payload;
  return to !== null && typeof to === 'object' && !Array.isArray(to) ? (to as Readonly<Record<string, unknown>>)[key] : undefined;
}

function lastUntil<Value>(steps: readonly Step<Value>[], at: Instant): Value | null {
  let found: Value | null = null;
  for (const step of steps) if (step.at <= at) found = step.value;
  return found;
}
