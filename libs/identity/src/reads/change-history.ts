import { Injectable } from '@nestjs/common';
import { formatInstant, type RecordedEvent } from '#kernel';
import { Database, EventLog, Texts } from '#platform';
import type { Locale } from '../domain/actor.js';
import type { RecordChanges } from '../domain/record-changes.js';
import type { ChangeEntryResponse } from '../http/responses/change-history.response.js';
import { ChangeWords, namesAmong, valuesOf } from './change-words.js';

export interface HistoryOf {
  /** The subject of the events. */
  readonly subject: string;
  /** Which events are told: those whose text there is, `<module>.history.<what>`. */
  readonly module: string;
}

/** What happened to a record of the set-up, drawn from the event log and told in the reader's language, with what was before and after. */
@Injectable()
export class ChangeHistory {
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly texts: Texts,
  ) {}

  /** Oldest first. */
  async read(locale: Locale, { subject, module }: HistoryOf, id: string): Promise<ChangeEntryResponse[]> {
    const all = await this.log.history(subject, id);
    const events = all.filter(({ type }) => this.texts.sayOr(locale, keyOf(module, type), {}, '') !== '');
    const told = events.flatMap((event) => [event.actorId, ...Object.values(event.payload), ...valuesOf(changesOf(event))]);
    const names = await namesAmong(this.database, locale, told);
    const words = new ChangeWords(this.texts, locale, module, names);
    return events.map((event) => ({
      id: event.id,
      at: formatInstant(event.at),
      type: event.type,
      actor: event.actorId === null ? null : { id: event.actorId, name: names.get(event.actorId) ?? '' },
      text: this.sentence(locale, module, words, event),
      changes: words.changes(changesOf(event)),
      byImport: typeof event.payload['importId'] === 'string',
    }));
  }

  private sentence(locale: Locale, module: string, words: ChangeWords, { type, payload }: RecordedEvent): string {
    const params = Object.fromEntries(
      Object.entries(payload).flatMap(([field, value]) =>
        typeof value === 'object' && value !== null ? [] : [[field, words.value(field, value ?? null) ?? '']],
      ),
    );
    const within = params['scopeId'] ? ` (${params['scopeId']})` : '';
    const why = params['reason'] ? `: ${params['reason']}` : '';
    return this.texts.say(locale, keyOf(module, type), { ...params, within, why });
  }
}

const changesOf = ({ payload }: RecordedEvent): RecordChanges => (payload['changes'] ?? {}) as RecordChanges;

const keyOf = (module: string, type: string): string => `${module}.history.${type.slice(type.indexOf('.') + 1)}`;
