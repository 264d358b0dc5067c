import { demoId } from '#identity';
import { readSeed } from '#platform';
import { SharedAnswers } from '#replies';
import { KeepRules, type RuleTerms } from '#routing';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

const ANYWHERE = { strict: false };

/** A rule of the demonstration, as `demo/routing.json` tells it; what it names it names by key. */
interface DemoRule extends Partial<
  Pick<RuleTerms, 'active' | 'sources' | 'wordsAny' | 'wordsNone' | 'wordsIn' | 'hours' | 'impact' | 'urgency' | 'category'>
> {
  readonly title: string;
  readonly services?: readonly string[];
  readonly institutions?: readonly string[];
  readonly group: string;
  readonly answer?: string;
  readonly watchers?: readonly string[];
}

/** Rules of where new incidents go, by the administrator. */
export async function layRouting(app: INestApplicationContext): Promise<void> {
  const admin = await demoActor(app, 'admin');
  const answers = await app.get(SharedAnswers, ANYWHERE).list();
  const idOf = (name: string | undefined): string | null => answers.find((answer) => answer.name === name)?.id ?? null;
  for (const rule of readSeed<DemoRule[]>('demo/routing.json')) await app.get(KeepRules, ANYWHERE).create(admin, termsOf(rule, idOf));
}

function termsOf(rule: DemoRule, answerIdOf: (name: string | undefined) => string | null): RuleTerms {
  const {
    title,
    active = true,
    services = [],
    institutions = [],
    sources = [],
    wordsAny = [],
    wordsNone = [],
    wordsIn = 'anywhere',
  } = rule;
  const { hours = null, group, impact = null, urgency = null, category = null, answer, watchers = [] } = rule;
  return {
    ...{ title, active, sources, wordsAny, wordsNone, wordsIn, hours, impact, urgency, category },
    ...{ withoutService: false, wordsAll: [] },
    serviceIds: services.map((code) => demoId('service', code)),
    institutionIds: institutions.map((key) => demoId('institution', key)),
    groupId: demoId('group', group),
    answerId: answerIdOf(answer),
    watcherIds: watchers.map((key) => demoId('person', key)),
  };
}
