import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import { type Actor, holds } from '#identity';
import { DomainError } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { lockTicket, notAllowed } from '#tickets';
import type { LedgerEntry } from '../domain/ledger-entry.js';
import { changed } from '../domain/occasion.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import { ClockStore, type TicketClockSet } from '../store/clock-store.js';
import { keepChanges } from '../store/keep-changes.js';

/** Which clock of which ticket, as a request names them. */
export interface ClockTarget {
  readonly ticketKey: string;
  readonly clockId: string;
}

/** What a decision is about, all of it locked. */
export interface DecisionScene {
  readonly tx: Tx;
  readonly clock: TrackedClock;
  readonly set: TicketClockSet;
}

/** Carries out what somebody decides about a clock: load, permit, step, save. */
@Injectable()
export class ClockDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: ClockStore,
    private readonly calendars: CalendarBook,
  ) {}

  /**
   * Runs `work` on a locked clock of a ticket that the actor works on; `lead` is for leads of groups alone ("Void breach, re-date",
   * DOMAIN 9). The ticket is locked before its clocks, as everywhere. Throws `tickets.not-found`, `sla.clock-not-found`,
   * `tickets.not-allowed`.
   */
  async run(actor: Actor, target: ClockTarget, who: 'agent' | 'lead', work: (scene: DecisionScene) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { ticket, standing } = await lockTicket(tx, actor, 'incident', { key: target.ticketKey, ifMatch: undefined });
      if (!standing.works || (who === 'lead' && !holds(actor, 'clock.decide'))) throw notAllowed('decide_clock');
      const set = await this.store.lock(tx, ticket.id);
      const clock = set.clocks.find(({ id }) => id === target.clockId);
      if (!clock) throw new DomainError('sla.clock-not-found', {}, 'not-found');
      await work({ tx, clock, set });
    });
  }

  /** Adds a step to the clock and tells of it; `calendarIds` are of calendars that the step brings. */
  async step({ tx, clock, set }: DecisionScene, entry: LedgerEntry, calendarIds: readonly string[] = []): Promise<void> {
    const brought = await this.calendars.versions(calendarIds, tx);
    const calendars: TicketClockSet['calendars'] = (id) => (calendarIds.includes(id) ? brought(id) : set.calendars(id));
    const change = changed({ calendars, facts: clock.facts }, clock, entry);
    await keepChanges(tx, [change], { clocks: set.clocks, calendars });
  }
}
