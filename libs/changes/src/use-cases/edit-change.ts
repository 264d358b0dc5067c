import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { DomainError, fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import type { TicketTarget } from '#tickets';
import { isEditable } from '../domain/change-access.js';
import type { Change } from '../domain/change.js';
import { type ChangeEdit, requirePlain } from '../domain/change-edit.js';
import { insideTolerance, rigaDay } from '../domain/change-window.js';
import { occupies } from '../domain/conflict.js';
import { AskAnew } from './ask-anew.js';
import { AskApprovers } from './ask-approvers.js';
import { CalendarPlace } from './calendar-place.js';
import { ChangeReferences } from './change-references.js';
import { ChangeWork } from './change-work.js';

export interface ChangeEditing extends ChangeEdit {
  readonly serviceIds?: readonly string[] | undefined;
  readonly itemIds?: readonly string[] | undefined;
  /** Why a conflict that blocks may stand; the change manager's. */
  readonly overrideReason?: string | undefined;
}

/** What decides about conflicts in the calendar. */
const PLACING = ['plannedFrom', 'plannedTo', 'itemIds', 'serviceIds', 'serviceId', 'assigneeId'] as const;

/** Writes the document of a change, as long as it is not carried out. What approvers decide about, or have decided, is asked anew. */
@Injectable()
export class EditChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly references: ChangeReferences,
    private readonly place: CalendarPlace,
    private readonly anew: AskAnew,
    private readonly approvers: AskApprovers,
  ) {}

  async execute(actor: Actor, target: TicketTarget, edit: ChangeEditing): Promise<string> {
    const placing = PLACING.some((field) => edit[field] !== undefined);
    return this.work.run(
      actor,
      target,
      'edit',
      async (change, tx) => {
        if (!scopeOf(actor, 'change.draft').all) requirePlain(edit);
        const before = change.hash;
        await this.write(tx, actor, change, edit);
        if (placing) await this.requirePlace(tx, actor, change, edit.overrideReason ?? null);
        await this.anew.whereChanged(tx, change, { by: actor.id, at: tx.now }, before);
      },
      placing ? (tx) => this.place.lock(tx) : undefined,
    );
  }

  private async write(tx: Tx, actor: Actor, change: Change, edit: ChangeEditing): Promise<void> {
    const { state, detail, ticket } = change;
    if (!isEditable(detail.kind, state)) throw new DomainError('changes.settled', { state }, 'conflict');
    if (state === 'scheduled' && (edit.plannedFrom !== undefined || edit.plannedTo !== undefined))
      throw fieldRefused('changes.moved-by-rescheduling', 'plannedFrom');
    await this.references.require(tx, edit, edit.groupId === undefined ? ticket.groupId : edit.groupId);
    if (edit.assigneeId && (await this.approvers.hasDecided(tx, change, edit.assigneeId)))
      throw fieldRefused('changes.implementer-approves', 'assigneeId');
    const items = edit.itemIds !== undefined && (await this.references.setItems(tx, actor, change.id, edit.itemIds));
    if (items) change.itemIds = [...(edit.itemIds ?? [])].sort();
    change.edit({ by: actor.id, at: tx.now }, edit, { serviceIds: edit.serviceIds, items });
  }

  /** A change that holds a place in the calendar needs it to be free still; a move beyond the tolerance is something else to decide about. */
  private async requirePlace(tx: Tx, actor: Actor, change: Change, override: string | null): Promise<void> {
    if (!occupies(change.state) || change.state === 'implementing') return;
    if (change.window === null) throw fieldRefused('changes.window-half', 'plannedFrom');
    await this.place.require(tx, actor, change, change.window, override);
    const { approvedFrom: from, approvedTo: to } = change.detail;
    if (from === null || to === null || !insideTolerance({ from, to }, change.window, rigaDay)) change.keepAskedWindow();
  }
}
