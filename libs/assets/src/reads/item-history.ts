import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { type Actor, IdentityFacts } from '#identity';
import { formatInstant, type Json, type RecordedEvent } from '#kernel';
import { Database, EventLog, Texts } from '#platform';
import { inOrder, type ItemChanges } from '../domain/item.js';
import type { ItemHistoryEntryResponse } from '../http/responses/item.response.js';
import { findItem } from '../store/find-item.js';
import { ItemNames } from './item-names.js';

interface Words {
  readonly classes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
}

/** What happened to an item, drawn from the event log and told in the reader's language. */
@Injectable()
export class ItemHistory {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly texts: Texts,
    private readonly identity: IdentityFacts,
    private readonly reads: ItemNames,
    private readonly catalogue: CatalogueFacts,
  ) {}

  /** Oldest first. Throws `assets.not-found`. */
  async read(actor: Actor, key: string): Promise<ItemHistoryEntryResponse[]> {
    const { id } = await findItem(this.database, actor, key);
    const events = await this.log.history('configuration_item', id);
    const words = await this.words(actor, events);
    return events.map((event) => ({
      id: event.id,
      at: formatInstant(event.at),
      type: event.type,
      actor: event.actorId === null ? null : { id: event.actorId, name: words.names.get(event.actorId) ?? '' },
      text: this.sentence(actor, event, words),
      changes: this.changes(actor, event, words),
      byImport: typeof event.payload['importId'] === 'string',
    }));
  }

  private sentence({ locale }: Actor, { type, payload }: RecordedEvent, { tags, names }: Words): string {
    const what = type.replace('assets.item-', '');
    const params = {
      from: this.statusWord(locale, payload['from']),
      to: this.statusWord(locale, payload['to']),
      kind: typeof payload['kind'] === 'string' ? this.texts.say(locale, `assets.relation.${payload['kind']}`) : '',
      target: tags.get(text(payload['targetId'])) ?? '',
      service: names.get(text(payload['serviceId'])) ?? '',
      reason: text(payload['reason']),
    };
    const variant = what === 'status-changed' && params.reason !== '' ? 'status-changed-why' : what;
    return this.texts.say(locale, `assets.history.${variant}`, params);
  }

  private changes({ locale }: Actor, { payload }: RecordedEvent, words: Words): ItemHistoryEntryResponse['changes'] {
    const changes = inOrder((payload['changes'] ?? {}) as ItemChanges);
    return changes.map(({ field, from, to }) => ({
      field,
      label: this.texts.say(locale, `assets.field.${field}`),
      from: said(field, from, words),
      to: said(field, to, words),
    }));
  }

  private statusWord(locale: Actor['locale'], status: Json | undefined): string {
    return typeof status === 'string' ? this.texts.say(locale, `assets.status.${status}`) : '';
  }

  /** All names that the events need, by id: of people and institutions, of services, and the tags of related items. */
  private async words({ locale }: Actor, events: readonly RecordedEvent[]): Promise<Words> {
    const ids = [...new Set(events.flatMap(({ actorId, payload }) => [actorId ?? '', ...idsIn(payload)]))].filter((id) => UUID.test(id));
    const [people, institutions, services, classes, tags] = await Promise.all([
      this.identity.names(ids),
      this.identity.institutionNames(ids, locale),
      this.catalogue.names(ids, locale),
      this.reads.classes(locale),
      this.database.query<{ id: string; tag: string }>(`select id, tag from assets.configuration_item where id = any($1::uuid[])`, [ids]),
    ]);
    const names = new Map([...people, ...institutions, ...services]);
    return { classes, names, tags: new Map(tags.map(({ id, tag }) => [id, tag])) };
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function idsIn(payload: RecordedEvent['payload']): string[] {
  const { changes, targetId, serviceId } = payload;
  const changed = inOrder((changes ?? {}) as ItemChanges).flatMap(({ from, to }) => [text(from), text(to)]);
  return [text(targetId), text(serviceId), ...changed];
}

/** A value of a field as a person reads it; null where there was none. */
function said(field: string, value: Json, { classes, names }: Words): string | null {
  if (value === null) return null;
  if (field === 'class') return classes.get(text(value)) ?? text(value);
  return field === 'institutionId' || field === 'custodianId' ? (names.get(text(value)) ?? '') : String(value);
}
