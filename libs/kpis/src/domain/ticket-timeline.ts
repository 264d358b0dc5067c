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
  readonly institutionId: string | null = null;
  readonly serviceId: string | null = null;
  readonly source: string | null = null;
  readonly cancelled: { readonly reason: string | null; readonly at: Instant } | null = null;

  /** `events` in the order of the log. */
  constructor(events: readonly TicketEvent[]) {
    for (const event of events) {
      const group = event.type.startsWith('incidents.') ? textOf(event, 'groupId') : null;
      if (group) this.groups.push({ at: event.at, value: group });
      if (event.type === 'incidents.submitted') {
        this.institutionId = textOf(event, 'institutionId');
        this.serviceId = textOf(event, 'serviceId');
        this.source = textOf(event, 'source');
        const priority = numberOf(event, 'priority');
        if (priority) this.priorities.push({ at: event.at, value: priority });
      } else if (event.type === 'incidents.priority-changed') {
        const to = event.payload['to'];
        const priority = to !== null && typeof to === 'object' && 'priority' in to ? to['priority'] : null;
        if (typeof priority === 'number') this.priorities.push({ at: event.at, value: priority });
      } else if (event.type === 'incidents.cancelled') {
        this.cancelled = { reason: textOf(event, 'reason'), at: event.at };
      }
    }
  }

  /** The group assigned at an instant (DOMAIN 5), or null where none was yet. */
  groupAt(at: Instant): string | null {
    return lastUntil(this.groups, at);
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

function lastUntil<Value>(steps: readonly Step<Value>[], at: Instant): Value | null {
  let found: Value | null = null;
  for (const step of steps) if (step.at <= at) found = step.value;
  return found;
}
