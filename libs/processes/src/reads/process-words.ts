import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts, type Locale } from '#identity';
import { Texts } from '#platform';
import type { Condition } from '../domain/conditions.js';
import { LIFECYCLE_NAMES } from '../domain/process.js';
import type { Todo } from '../domain/todo.js';
import type { Deviation } from '../domain/trace-conformance.js';
import type { ProcessConditionResponse } from '../http/responses/process.response.js';
import type { StandingProcess } from './process-standing.js';

/** Holders for the whole service; those for one institution do not own its processes. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** What the register says of itself, in sentences of the reader's language. */
@Injectable()
export class ProcessWords {
  constructor(
    private readonly texts: Texts,
    private readonly identity: IdentityFacts,
  ) {}

  /** Names of everybody whom these processes and their documents name. */
  names(standing: readonly StandingProcess[]): Promise<ReadonlyMap<string, string>> {
    const ids = standing.flatMap(({ process, evidence }) => [
      process.ownerId,
      ...evidence.flatMap(({ addedById, verifiedById }) => [addedById, verifiedById]),
    ]);
    return this.identity.names([...new Set(ids.filter((id) => id !== null))]);
  }

  /** Whom the actor may name as an owner: a manager any process owner or manager, a process owner himself. */
  async owners(actor: Actor): Promise<{ id: string; name: string }[]> {
    if (!holds(actor, 'process.write')) return [];
    const ids = new Set([actor.id]);
    if (holds(actor, 'process.approve'))
      for (const role of ['process_owner', 'manager'] as const)
        for (const id of await this.identity.holdersOf(role, NO_INSTITUTION)) ids.add(id);
    const names = await this.identity.names([...ids]);
    return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'lv'));
  }

  condition(locale: Locale, { key, met, external, facts }: Condition): ProcessConditionResponse {
    return {
      key,
      met,
      external,
      text: this.texts.say(locale, `processes.condition.${key}.${variantOf({ key, met, external, facts })}`, {
        ...facts,
        date: dayIn(locale, facts['date']),
      }),
    };
  }

  /** What is missing: in the words of the condition that asks for it, else in words of its own. */
  todo(locale: Locale, { code, condition, facts }: Todo): string {
    if (condition) return this.condition(locale, condition).text;
    const fields = String(facts['fields'] ?? '')
      .split(' ')
      .filter(Boolean);
    const named = fields.map((field) => this.texts.say(locale, `processes.field.${field}`)).join(', ');
    const late = facts['overdue'] === 1 ? '-overdue' : '';
    return this.texts.say(locale, `processes.todo.${code}${late}`, { ...facts, fields: named, due: dayIn(locale, facts['due']) });
  }

  /** What a case did otherwise; its states by their names. */
  deviation(locale: Locale, deviation: Deviation): string {
    const state = (name: string | null): string => (name === null ? '–' : this.state(locale, name));
    if (deviation.kind === 'rule') return this.texts.say(locale, `processes.deviation.rule.${deviation.rule}`);
    if (deviation.kind === 'unfinished') return this.texts.say(locale, 'processes.deviation.unfinished', { at: state(deviation.at) });
    return this.texts.say(locale, 'processes.deviation.step', { from: state(deviation.from), to: state(deviation.to) });
  }

  /** A state is called alike in every lifecycle that has it. */
  private state(locale: Locale, name: string): string {
    return LIFECYCLE_NAMES.reduceRight((known, of) => this.texts.sayOr(locale, `${of}s.state.${name}`, {}, known), name);
  }
}

function variantOf({ key, met, external, facts }: Condition): string {
  if (external) return met ? 'external' : facts['document'] === null ? 'external-missing' : 'external-expired';
  if (key === 'usage' && facts['small'] === 1) return met ? 'small-met' : 'small-missing';
  if (key === 'conformance' && facts['judged'] === 0) return 'nothing';
  if (key === 'metric' && facts['code'] === null) return 'nothing';
  return met ? 'met' : 'missing';
}

const EN_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day (`YYYY-MM-DD`) as it is written in the language: `02.03.2026.`, `2 Mar 2026`. */
function dayIn(locale: Locale, day: unknown): string {
  if (typeof day !== 'string') return '';
  const [year, month, date] = day.split('-');
  return locale === 'lv' ? `${date}.${month}.${year}.` : EN_DAY.format(Date.parse(day));
}
