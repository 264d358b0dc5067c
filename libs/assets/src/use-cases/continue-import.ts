import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ActorReader } from '#identity';
import type { DomainEvent } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import type { ItemFields } from '../domain/item.js';
import { changed, registered } from '../domain/item-events.js';
import { type ItemImport, judgeLine } from '../domain/item-import.js';
import { writesIn } from '../domain/item-visibility.js';
import { type ImportRow, nextRows, noteImportFailure, noteProgress, takeImport } from '../store/imports.js';
import { insertItems, itemsByTag, noteStatuses, updateItems } from '../store/items.js';

/** Lines of one transaction: a kill loses no more than these, and they are done again. */
const SLICE = 1_000;

type Written = ItemFields & { readonly id: string };

/** Goes on with an import, slice by slice. Each slice is judged anew under lock: what has changed since the check is not overwritten blindly. */
@Injectable()
export class ContinueImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly actors: ActorReader,
  ) {}

  /** Applies what is left; does nothing where the import is finished or another worker has it. */
  async execute(id: string): Promise<void> {
    while (await this.slice(id));
  }

  /** True where more is left. */
  private async slice(id: string): Promise<boolean> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const file = await takeImport(tx, id);
        if (!file) return false;
        const rows = await nextRows(tx, id, SLICE);
        await this.write(tx, file, rows);
        const end = rows.length < SLICE;
        await noteProgress(tx, id, rows.length, end);
        return !end;
      });
    } catch (error) {
      await noteImportFailure(this.database, id);
      throw error;
    }
  }

  private async write(tx: Tx, file: ItemImport, rows: readonly ImportRow[]): Promise<void> {
    const actor = await this.actors.byId(file.byId);
    if (!actor) throw new Error(`the person who began import ${file.id} is gone`);
    const kept = await itemsByTag(
      tx,
      rows.map(({ fields }) => fields.tag!),
      { lock: true },
    );
    const fresh: Written[] = [];
    const known: Written[] = [];
    const statuses: { itemId: string; status: string; reason: string | null }[] = [];
    const events: DomainEvent[] = [];
    for (const row of rows) {
      const before = kept.get(row.fields.tag!);
      const judged = judgeLine(row, before, (institution) => writesIn(actor, institution));
      if ('faults' in judged || judged.action === 'same') continue;
      if (judged.action === 'add') {
        fresh.push({ ...judged.fields, id: randomUUID() });
      } else if (before) {
        known.push({ ...before, ...row.fields });
        if (judged.changes.status) statuses.push({ itemId: before.id, status: row.fields.status!, reason: null });
        events.push(...changed(before.id, actor.id, judged.changes, { importId: file.id }));
      }
    }
    const added = new Set(await insertItems(tx, fresh, actor.id));
    await updateItems(tx, known);
    await noteStatuses(tx, statuses, actor.id);
    await tx.append(...fresh.filter(({ id }) => added.has(id)).map((item) => registered(item.id, actor.id, item, file.id)), ...events);
  }
}
