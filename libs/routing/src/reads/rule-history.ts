import { Injectable } from '@nestjs/common';
import type { Actor, ChangeHistoryResponse, Locale } from '#identity';
import { formatInstant, type Json } from '#kernel';
import { EventLog, Texts } from '#platform';
import { SharedAnswers } from '#replies';
import { TicketNames } from '#tickets';
import type { RuleChanges } from '../domain/rule-changes.js';
import { TERM_FIELDS } from '../domain/rule.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Name = (id: string) => string | undefined;

/** What happened to a rule, with what was before and after, in the reader's language. */
@Injectable()
export class RuleHistory {
  constructor(
    private readonly log: EventLog,
    private readonly texts: Texts,
    private readonly names: TicketNames,
    private readonly answers: SharedAnswers,
  ) {}

  /** Oldest first. */
  async read(actor: Actor, id: string): Promise<ChangeHistoryResponse> {
    const events = await this.log.history('routing-rule', id);
    const named = events.flatMap(({ actorId, payload }) => {
      const changes = Object.values((payload['changes'] ?? {}) as RuleChanges);
      return [actorId, ...changes.flatMap(({ from, to }) => [from, to].flat())].filter(isId);
    });
    const name = await this.naming(actor.locale, [...new Set(named)]);
    return {
      items: events.map(({ id: eventId, at, type, actorId, payload }) => ({
        ...{ id: eventId, type, at: formatInstant(at), byImport: false },
        actor: actorId === null ? null : { id: actorId, name: name(actorId) ?? '' },
        text: this.texts.say(actor.locale, `routing.history.${type.slice(type.indexOf('.') + 1)}`, { title: payload['title'] }),
        changes: inOrder((payload['changes'] ?? {}) as RuleChanges).map(([field, { from, to }]) => ({
          ...{ field, label: this.texts.say(actor.locale, `routing.field.${field}`), personal: false },
          from: this.say(actor.locale, field, from, name),
          to: this.say(actor.locale, field, to, name),
        })),
      })),
    };
  }

  /** Ids are of people, groups, institutions, services or answers; each is one of them. */
  private async naming(locale: Locale, ids: readonly string[]): Promise<Name> {
    const names = await this.names.find(locale, { people: ids, groups: ids, institutions: ids, services: ids });
    const answers = new Map((await this.answers.list(ids)).map((answer) => [answer.id, answer.name]));
    return (id) => names.of(id).name || answers.get(id);
  }

  /** A value as a person reads it; null where there was none. */
  private say(locale: Locale, field: string, value: Json, name: Name): string | null {
    if (Array.isArray(value)) return value.map((one) => this.say(locale, field, one as Json, name)).join(', ') || null;
    if (value === null || value === '') return null;
    const word = String(value);
    if (field === 'category') return this.texts.sayOr(locale, `incidents.category.${word}`, {}, word);
    return name(word) ?? this.texts.sayOr(locale, `routing.value.${field}.${word}`, {}, word);
  }
}

/** As the rule's own fields are ordered; the log keeps none. */
function inOrder(changes: RuleChanges): [string, RuleChanges[string]][] {
  const place = (field: string): number => (TERM_FIELDS as readonly string[]).indexOf(field);
  return Object.entries(changes).sort(([a], [b]) => place(a) - place(b));
}

const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
