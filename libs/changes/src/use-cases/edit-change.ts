import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { DomainError, fieldRefused } from '#kernel';
import type { Tx } from '#platform';
import type { TicketTarget } from '#tickets';
import { isEditable } from '../domain/change-access.js';
import type { Change } from '../domain/change.js';
import { type ChangeEdit, PLAIN_FIELDS } from '../domain/change-edit.js';
import { ChangeReferences } from './change-references.js';
import { ChangeWork } from './change-work.js';

export interface ChangeEditing extends ChangeEdit {
  readonly serviceIds?: readonly string[] | undefined;
  readonly itemIds?: readonly string[] | undefined;
}

/** Writes the document of a change, as long as it is not carried out. */
@Injectable()
export class EditChange {
  constructor(
    private readonly work: ChangeWork,
    private readonly references: ChangeReferences,
  ) {}

  async execute(actor: Actor, target: TicketTarget, edit: ChangeEditing): Promise<string> {
    return this.work.run(actor, target, 'edit', async (change, tx) => {
      if (!scopeOf(actor, 'change.draft').all) requirePlain(edit);
      await this.write(tx, actor, change, edit);
    });
  }

  private async write(tx: Tx, actor: Actor, change: Change, edit: ChangeEditing): Promise<void> {
    if (!isEditable(change.detail.kind, change.state)) throw new DomainError('changes.settled', { state: change.state }, 'conflict');
    await this.references.require(tx, edit, edit.groupId === undefined ? change.ticket.groupId : edit.groupId);
    const items = edit.itemIds !== undefined && (await this.references.setItems(tx, actor, change.id, edit.itemIds));
    if (items) change.itemIds = [...(edit.itemIds ?? [])].sort();
    change.edit({ by: actor.id, at: tx.now }, edit, { serviceIds: edit.serviceIds, items });
  }
}

/** Whoever asked for it writes his own words, the rest is the Centre's. */
function requirePlain(edit: ChangeEditing): void {
  const extra = Object.entries(edit).find(([field, value]) => value !== undefined && !PLAIN_FIELDS.has(field));
  if (extra) throw fieldRefused('changes.field-not-yours', extra[0]);
}
