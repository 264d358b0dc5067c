import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { TimedEvent } from '#kernel';
import type { Tx } from '#platform';
import { factsAfter, factsOf, followEvent, isLawful, movesClocks, needsTargets, submittedAt } from '../domain/follow-event.js';
import { lastOf, type StartTarget } from '../domain/occasion.js';
import type { ClockChange, ClockFacts, TrackedClock } from '../domain/tracked-clock.js';
import { PolicyBook } from '../reads/policy-book.js';
import { StatutoryBook } from '../reads/statutory-book.js';
import { ClockStore, type TicketClockSet } from '../store/clock-store.js';
import { calendarIds, keepChanges } from '../store/keep-changes.js';
import { StartedClocksOfTransaction } from '../store/started-clocks.js';

/** Moves a ticket's clocks as an event of the ticket says, in the event's own transaction (DOMAIN 3.1, 4.3). */
@Injectable()
export class KeepClocks {
  constructor(
    private readonly store: ClockStore,
    private readonly policies: PolicyBook,
    private readonly law: StatutoryBook,
    private readonly calendars: CalendarBook,
    private readonly started: StartedClocksOfTransaction,
  ) {}

  /** Starts the clocks of a new ticket; a back-dated one counts from its submission. */
  async start(tx: Tx, event: TimedEvent, ticketType: string): Promise<void> {
    const facts = factsOf(event, ticketType);
    const targets = await this.policies.targetsFor(tx, facts);
    const calendars = await this.calendars.versions(
      targets.map((t) => t.calendarId),
      tx,
    );
    const at = submittedAt(event, tx.now);
    const changes = followEvent({ event, at, clocks: [], facts, targets, calendars, newId: () => randomUUID() });
    await this.keep(tx, changes, { clocks: [], ledger: new Map(), calendars, at });
    this.started.keep(tx, { ticketId: event.subject.id, clocks: changes.map(({ after }) => after), calendars, at: tx.now });
  }

  /** Answers any later event. */
  async follow(tx: Tx, event: TimedEvent): Promise<void> {
    if (!movesClocks(event)) return;
    const begins = needsTargets(event.type) || isLawful(event.type);
    const known = await this.store.lock(tx, event.subject.id, begins ? undefined : ['running', 'paused']);
    const before = factsKept(known.clocks);
    if (!before) return;
    const facts = factsAfter(event, before);
    const targets = await this.targets(tx, event, facts);
    const inForce = await this.calendars.versions([...targets.map((t) => t.calendarId), ...known.clocks.flatMap(calendarIds)], tx);
    const changes = followEvent({
      event,
      at: known.at,
      clocks: known.clocks,
      facts,
      targets,
      calendars: inForce,
      newId: () => randomUUID(),
    });
    await this.keep(tx, changes, { ...known, calendars: inForce });
  }

  private async targets(tx: Tx, event: TimedEvent, facts: ClockFacts): Promise<readonly StartTarget[]> {
    if (isLawful(event.type)) return this.law.targetsFor(tx, event);
    return needsTargets(event.type) ? this.policies.targetsFor(tx, facts) : [];
  }

  private async keep(tx: Tx, changes: readonly ClockChange[], set: TicketClockSet): Promise<void> {
    if (changes.length === 0) return;
    this.started.forget(tx);
    await keepChanges(tx, changes, set);
  }
}

/** The resolution clock lives as long as the ticket is worked on, and so knows it best. */
function factsKept(clocks: readonly TrackedClock[]): ClockFacts | undefined {
  const clock = lastOf({ clocks }, 'resolution') ?? lastOf({ clocks }, 'response') ?? clocks.at(-1);
  return clock?.facts;
}
