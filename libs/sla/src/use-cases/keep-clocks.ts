import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { TimedEvent } from '#kernel';
import type { Tx } from '#platform';
import { eventsOf } from '../domain/clock-events.js';
import { factsAfter, factsOf, followEvent, movesClocks, needsTargets, submittedAt } from '../domain/follow-event.js';
import { type ClockChange, ticketDueAt, type TrackedClock } from '../domain/tracked-clock.js';
import { PolicyBook } from '../reads/policy-book.js';
import { ClockStore, type TicketClockSet } from '../store/clock-store.js';
import { type RecordedCrossing, writeClocks } from '../store/clock-writes.js';
import { StartedClocksOfTransaction } from '../store/started-clocks.js';

/** Moves a ticket's clocks as an event of the ticket says, in the event's own transaction (DOMAIN 3.1, 4.3). */
@Injectable()
export class KeepClocks {
  constructor(
    private readonly store: ClockStore,
    private readonly policies: PolicyBook,
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
    const known = await this.store.lock(tx, event.subject.id, event.type === 'incidents.reopened' ? undefined : ['running', 'paused']);
    const last = known.clocks.at(-1);
    if (!last) return;
    const facts = factsAfter(event, last.facts);
    const targets = needsTargets(event.type) ? await this.policies.targetsFor(tx, facts) : [];
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

  /** Notes who has the ticket now: figures are cut by the group at the outcome. */
  async noteGroup(tx: Tx, ticketId: string, groupId: string): Promise<void> {
    await tx.execute(
      `update sla.clock set group_id = $2 where ticket_id = $1 and state in ('running', 'paused') and group_id is distinct from $2`,
      [ticketId, groupId],
    );
  }

  private async keep(tx: Tx, changes: readonly ClockChange[], { clocks, calendars }: TicketClockSet): Promise<void> {
    if (changes.length === 0) return;
    this.started.forget(tx);
    const moved = new Map(changes.map(({ after }) => [after.id, after]));
    const now: TrackedClock[] = [...clocks.filter(({ id }) => !moved.has(id)), ...moved.values()];
    const recorded = await writeClocks(
      tx,
      changes.map((change) => ({ clock: change.after, changes: [change], passed: change.passed })),
      [ticketDueAt(now[0]!.ticketId, now)],
      calendars,
    );
    await tx.append(...changes.flatMap((change) => eventsOf(change, newlyPassed(change, recorded))));
  }
}

function calendarIds({ state }: TrackedClock): string[] {
  return state.promises.flatMap((promise) => [promise.target.calendarId, promise.plan.calendarId]);
}

function newlyPassed({ after, passed }: ClockChange, recorded: readonly RecordedCrossing[]): ClockChange['passed'] {
  return passed.filter((p) => recorded.some((r) => r.clockId === after.id && r.targetNo === p.targetNo && r.pct === p.pct));
}
