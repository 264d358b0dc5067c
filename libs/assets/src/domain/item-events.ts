import type { DomainEvent, Json } from '#kernel';
import type { ItemChanges, ItemFields } from './item.js';

type Payload = { readonly [key: string]: Json | undefined };

function itemEvent(what: string, itemId: string, actorId: string | null, payload: Payload): DomainEvent {
  return { type: `assets.item-${what}`, version: 1, subject: { type: 'configuration_item', id: itemId }, actorId, payload };
}

/** What was written down with it; `importId` where a file brought it. */
export function registered(itemId: string, actorId: string | null, fields: ItemFields, importId?: string): DomainEvent {
  const { tag, class: code, status, institutionId, custodianId } = fields;
  return itemEvent('registered', itemId, actorId, { tag, class: code, status, institutionId, custodianId, importId });
}

/** The changes of fields but the status, and of the status: each an event of its own, as far as there are any. */
export function changed(
  itemId: string,
  actorId: string | null,
  { status, ...changes }: ItemChanges,
  more: { readonly reason?: string | null; readonly importId?: string } = {},
): DomainEvent[] {
  const { importId } = more;
  const events: DomainEvent[] = [];
  if (Object.keys(changes).length > 0) events.push(itemEvent('changed', itemId, actorId, { changes, importId }));
  if (status) events.push(itemEvent('status-changed', itemId, actorId, { ...status, reason: more.reason ?? null, importId }));
  return events;
}

export function related(added: boolean, itemId: string, actorId: string, payload: { kind: string; targetId: string }): DomainEvent {
  return itemEvent(added ? 'related' : 'unrelated', itemId, actorId, payload);
}

export function serving(added: boolean, itemId: string, actorId: string, serviceId: string): DomainEvent {
  return itemEvent(added ? 'service-added' : 'service-removed', itemId, actorId, { serviceId });
}
