import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import type { Tx } from '#platform';
import { notAllowed } from '#tickets';
import type { Change } from '../domain/change.js';
import { ruleBroken } from '../domain/change-errors.js';
import type { ChangeWindow } from '../domain/change-window.js';
import type { Conflict } from '../domain/conflict.js';
import { ConflictCheck } from '../reads/conflict-check.js';

/** A change's place in the calendar: free, or taken in spite of a conflict by whoever may say so. */
@Injectable()
export class CalendarPlace {
  constructor(private readonly conflicts: ConflictCheck) {}

  /** Takes the calendar for this transaction; to be called before the change is locked. */
  async lock(tx: Tx): Promise<void> {
    await this.conflicts.lock(tx);
  }

  /**
   * Requires that nothing blocks the window. `override` is the change manager's reason to take it all the same; it is kept and recorded. Throws
   * `changes.window-passed`, `changes.freeze-blocking`, `changes.conflict-blocking {number}`, `tickets.not-allowed`.
   */
  async require(tx: Tx, actor: Actor, change: Change, window: ChangeWindow, override: string | null): Promise<void> {
    if (window.to <= tx.now) throw ruleBroken('changes.window-passed');
    const { id: changeId, itemIds, serviceIds, ticket } = change;
    const asked = { changeId, itemIds, serviceIds, implementerId: ticket.assigneeId, ...window };
    const blocking = (await this.conflicts.of(tx, asked)).filter((found) => found.blocking);
    if (blocking.length === 0) return;
    if (override === null) throw refusal(blocking);
    if (!holds(actor, 'change.manage')) throw notAllowed('override');
    const reasons = [...new Set(blocking.map(({ reason }) => reason))];
    change.overrideConflicts({ by: actor.id, at: tx.now }, { reasons, freezes: freezesAmong(blocking) }, override);
  }

  /** The freezes that keep work from going on from now to the end of the window and that nobody has let stand: set since it was scheduled. */
  async newFreezes(tx: Tx, change: Change): Promise<string[]> {
    const { id: changeId, itemIds, serviceIds, ticket, window, detail } = change;
    if (window === null || window.to <= tx.now) return [];
    const asked = { changeId, itemIds, serviceIds, implementerId: ticket.assigneeId, from: tx.now, to: window.to };
    const found = (await this.conflicts.of(tx, asked)).filter(({ blocking }) => blocking);
    return freezesAmong(found).filter((id) => !detail.overriddenFreezes.includes(id));
  }
}

const freezesAmong = (found: readonly Conflict[]): string[] => found.flatMap(({ freeze }) => freeze?.id ?? []);

function refusal(blocking: readonly Conflict[]): Error {
  const other = blocking.find(({ change }) => change !== null)?.change;
  return other ? ruleBroken('changes.conflict-blocking', { number: other.number }) : ruleBroken('changes.freeze-blocking');
}
