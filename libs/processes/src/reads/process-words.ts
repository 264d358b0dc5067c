import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Locale } from '#identity';
import { Texts } from '#platform';
import type { Condition } from '../domain/conditions.js';
import type { Deviation } from '../domain/trace-conformance.js';
import type { ProcessConditionResponse } from '../http/responses/process.response.js';
import type { StandingProcess } from './process-standing.js';

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

  condition(locale: Locale, { key, met, external, facts }: Condition): ProcessConditionResponse {
    return {
      key,
      met,
      external,
      text: this.texts.say(locale, `processes.condition.${key}.${variantOf({ key, met, external, facts })}`, facts),
    };
  }

  deviation(locale: Locale, deviation: Deviation): string {
    if (deviation.kind === 'rule') return this.texts.say(locale, `processes.deviation.rule.${deviation.rule}`);
    if (deviation.kind === 'unfinished') return this.texts.say(locale, 'processes.deviation.unfinished', { at: deviation.at ?? '–' });
    return this.texts.say(locale, 'processes.deviation.step', { from: deviation.from ?? '–', to: deviation.to });
  }
}

function variantOf({ key, met, external, facts }: Condition): string {
  if (external) return met ? 'external' : 'external-missing';
  if (key === 'usage' && facts['small'] === 1) return met ? 'small-met' : 'small-missing';
  if (key === 'conformance' && facts['judged'] === 0) return 'nothing';
  if (key === 'metric' && facts['code'] === null) return 'nothing';
  return met ? 'met' : 'missing';
}
