import { stableId } from '#identity';
import { type Instant, instant, parseInstant } from '#kernel';
import { cancellationOf, inOrder, NONE, numberOf, textOf, type TicketEvent } from './ticket-event.js';
import { newValue } from './ticket-timeline.js';

/** A stretch in which a ticket was open under one group, service and priority: what the backlog of any instant is counted from (KPI-07). */
export interface OpenFact {
  readonly stretchId: string;
  readonly ticketId: string;
  /** The ticket's age counts from its submission, also after a reopening. */
  readonly submittedAt: Instant;
  readonly fromAt: Instant;
  /** Null while it lasts. */
  readonly toAt: Instant | null;
  readonly institutionId: string;
  readonly serviceId: string;
  readonly groupId: string;
  readonly priority: number;
}

/** Resolved and not well after all, or merged and no duplicate after all. */
const COMES_BACK: readonly string[] = ['incidents.reopened', 'incidents.unmerged'];

interface Standing {
  readonly serviceId: string;
  readonly groupId: string;
  readonly priority: number;
}

/** Open is a ticket from its submission, or a reopening, to its resolution or cancellation. */
class OpenStretches {
  readonly done: Omit<OpenFact, 'stretchId'>[] = [];
  private standing: Standing = { serviceId: NONE, groupId: NONE, priority: 0 };
  private submission: { readonly ticketId: string; readonly submittedAt: Instant; readonly institutionId: string } | null = null;
  private from: Instant | null = null;
  /** Time goes on: what is told late does not reach back into a stretch that has ended. */
  private now = instant(0);

  step(event: TicketEvent): void {
    this.now = instant(Math.max(this.now, event.at));
    if (event.type === 'incidents.submitted') this.submit(event);
    else if (event.type === 'incidents.resolved' || event.type === 'incidents.cancelled') this.end();
    else if (COMES_BACK.includes(event.type) && this.from === null && this.submission) this.from = this.now;
    this.become(changeIn(event));
  }

  private submit(event: TicketEvent): void {
    if (this.submission) return;
    const told = textOf(event, 'submittedAt');
    const submittedAt = told ? parseInstant(told) : event.at;
    this.submission = { ticketId: event.ticketId, submittedAt, institutionId: textOf(event, 'institutionId') ?? NONE };
    this.from = this.now;
    this.standing = { serviceId: textOf(event, 'serviceId') ?? NONE, groupId: NONE, priority: numberOf(event, 'priority') ?? 0 };
  }

  private become(change: Partial<Standing>): void {
    const next = { ...this.standing, ...change };
    const same =
      next.groupId === this.standing.groupId && next.serviceId === this.standing.serviceId && next.priority === this.standing.priority;
    if (same) return;
    const open = this.from !== null;
    this.end();
    if (open) this.from = this.now;
    this.standing = next;
  }

  private end(): void {
    if (this.from !== null && this.submission && this.from < this.now)
      this.done.push({ ...this.submission, fromAt: this.from, toAt: this.now, ...this.standing });
    this.from = null;
  }

  /** All of them, with the one that lasts. */
  get all(): readonly Omit<OpenFact, 'stretchId'>[] {
    if (this.from === null || !this.submission) return this.done;
    return [...this.done, { ...this.submission, fromAt: this.from, toAt: null, ...this.standing }];
  }
}

function changeIn(event: TicketEvent): Partial<Standing> {
  const { type } = event;
  if (type === 'incidents.priority-changed') {
    const priority = newValue(event, 'priority');
    return typeof priority === 'number' ? { priority } : {};
  }
  if (type === 'incidents.service-changed') {
    const serviceId = newValue(event, 'serviceId');
    return typeof serviceId === 'string' ? { serviceId } : {};
  }
  const groupId = type.startsWith('incidents.') ? textOf(event, 'groupId') : null;
  return groupId ? { groupId } : {};
}

/** Folds a ticket's events into its open stretches; a test ticket has none. Order and copies of the events do not matter. */
export function foldOpen(events: readonly TicketEvent[]): OpenFact[] {
  const ordered = inOrder(events);
  const end = cancellationOf(ordered);
  if (ordered.some((event) => event.type === 'incidents.cancelled' && textOf(event, 'reason') === 'test')) return [];
  const stretches = new OpenStretches();
  for (const event of ordered) {
    stretches.step(event);
    if (event === end) break;
  }
  return stretches.all.map((stretch, at) => ({ stretchId: stableId('kpis.open-stretch', stretch.ticketId, String(at)), ...stretch }));
}
