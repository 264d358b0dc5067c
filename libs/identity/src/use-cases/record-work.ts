import { Injectable } from '@nestjs/common';
import { type DomainEvent, notFound } from '#kernel';
import { requireVersion, type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { differences, type RecordChanges, withoutPersonal } from '../domain/record-changes.js';
import { addRecord, changeRecord, findRecord, type Kept, type RecordTable } from '../store/record-table.js';

interface Adding<Fields extends object> {
  readonly table: RecordTable<Fields>;
  readonly fields: Fields;
  check(tx: Tx): Promise<void>;
}

interface Changing<Fields extends object> {
  readonly table: RecordTable<Fields>;
  readonly id: string;
  readonly ifMatch: string | undefined;
  /** What the record becomes; a field that is left out stays. It sees the record under lock and refuses what may not be. */
  next(tx: Tx, kept: Kept<Fields>): Promise<Partial<Fields>>;
}

/** Adds and changes records of the organisation: load, hold the version, compare, save, and one event with what was and what is. */
@Injectable()
export class RecordWork {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Answers the record's id. */
  async add<Fields extends object>(actor: Actor, { table, fields, check }: Adding<Fields>): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await check(tx);
      const id = await addRecord(tx, table, fields);
      await tx.append(told(table, fields, id, recordEvent(table, 'added', id, actor, {})));
      return id;
    });
  }

  /** Throws `<noun>.not-found` and `platform.version-mismatch`. What changes nothing writes nothing. */
  async change<Fields extends object>(actor: Actor, { table, id, ifMatch, next }: Changing<Fields>): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const kept = await findRecord(tx, table, id, { lock: true });
      if (!kept) throw notFound(table.missing);
      requireVersion(ifMatch, kept.version);
      const fields = await next(tx, kept);
      const { searchText: _searchText, ...changes } = differences(kept, fields);
      if (Object.keys(changes).length === 0) return;
      await changeRecord(tx, table, id, fields);
      await tx.append(told(table, kept, id, recordEvent(table, 'changed', id, actor, changes)));
    });
  }
}

/** Where the history of a record is that of the one above it, the event belongs there. */
export function told<Fields extends object>({ within }: RecordTable<Fields>, fields: Fields, id: string, event: DomainEvent): DomainEvent {
  if (!within) return event;
  return { ...event, subject: { type: within.subject, id: String(fields[within.field]) }, payload: { ...event.payload, [within.as]: id } };
}

/** The event of a record of the organisation, as its history tells it. */
export function recordEvent(
  { subject, noun }: Pick<RecordTable<object>, 'subject' | 'noun'>,
  what: string,
  id: string,
  actor: Pick<Actor, 'id'> | null,
  changes: RecordChanges,
  more: DomainEvent['payload'] = {},
): DomainEvent {
  const payload = { ...(Object.keys(changes).length > 0 ? { changes: withoutPersonal(changes) } : {}), ...more };
  return { type: `${noun}-${what}`, version: 1, subject: { type: subject, id }, actorId: actor?.id ?? null, payload };
}
