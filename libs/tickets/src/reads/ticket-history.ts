import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound, type RecordedEvent } from '#kernel';
import { EventLog, Texts } from '#platform';
import type { HistoryEntryResponse } from '../http/responses/conversation.response.js';
import { type HistoryWord, HistoryWords } from '../ports/history-words.js';
import { TicketFacts } from './ticket-facts.js';
import { type Names, TicketNames } from './ticket-names.js';
import { iso } from './ticket-rows.js';

interface Told {
  readonly event: RecordedEvent;
  readonly word: HistoryWord;
}

/** What happened to a ticket, drawn from the event log and told in the reader's language. */
@Injectable()
export class TicketHistory {
  constructor(
    private readonly facts: TicketFacts,
    private readonly log: EventLog,
    private readonly words: HistoryWords,
    private readonly names: TicketNames,
    private readonly texts: Texts,
  ) {}

  /** Oldest first. Throws `tickets.not-found` where there is none that the actor may see. */
  async read(actor: Actor, key: string): Promise<HistoryEntryResponse[]> {
    const seen = await this.facts.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    const { staff } = seen.standing;
    const events = await this.log.history('ticket', seen.ticket.id);
    const told = events.flatMap((event): Told[] => {
      const word = this.words.of(event.type);
      if (!word || (!staff && (word.audience === 'staff' || word.internal?.(event) === true))) return [];
      return [{ event, word }];
    });
    const names = await this.names.find(actor.locale, {
      people: told.flatMap(({ event, word }) => [event.actorId, ...Object.values(word.people?.(event) ?? {})]),
      groups: told.flatMap(({ event, word }) => Object.values(word.groups?.(event) ?? {})),
    });
    return told.map(({ event, word }) => ({
      id: event.id,
      at: iso(event.at),
      type: event.type,
      actor: names.orNull(event.actorId),
      text: this.sentence(actor, event, word, names),
      payload: staff ? { ...event.payload } : pick(event.payload, word.publicFields ?? []),
    }));
  }

  private sentence(actor: Actor, event: RecordedEvent, word: HistoryWord, names: Names): string {
    const params: Record<string, string | number | null> = { ...word.values?.(event) };
    for (const [name, id] of Object.entries({ ...word.people?.(event), ...word.groups?.(event) }))
      params[name] = id === null ? '–' : names.of(id).name;
    for (const [name, key] of Object.entries(word.texts?.(event) ?? {}))
      params[name] = key === null ? '' : this.texts.sayOr(actor.locale, key, {}, key);
    const variant = word.variant?.(event);
    const dot = event.type.indexOf('.');
    const key = `${event.type.slice(0, dot)}.history.${event.type.slice(dot + 1)}`;
    return this.texts.say(actor.locale, variant === undefined ? key : `${key}-${variant}`, params);
  }
}

function pick(payload: RecordedEvent['payload'], fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.filter((field) => field in payload).map((field) => [field, payload[field]]));
}
