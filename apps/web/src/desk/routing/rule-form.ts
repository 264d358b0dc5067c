import type { Rule, RuleBody } from './routing-queries';

/** The choice of tickets without a service, among the services. */
export const NO_SERVICE = 'none';

type Level = NonNullable<RuleBody['impact']>;

export interface RuleFields {
  title: string;
  active: boolean;
  services: string[];
  institutions: string[];
  sources: string[];
  wordsAny: string[];
  wordsAll: string[];
  wordsNone: string[];
  wordsIn: 'title' | 'anywhere';
  hours: '' | 'inside' | 'outside';
  groupId: string | null;
  impact: string;
  urgency: string;
  category: string | null;
  answerId: string | null;
  watchers: { id: string; name: string }[];
}

const ids = (refs: readonly { id: string }[]): string[] => refs.map(({ id }) => id);

/** A rule as it is edited; a new one is switched on. */
export function fieldsOf(rule: Rule | null): RuleFields {
  return {
    ...{ title: rule?.title ?? '', active: rule?.active ?? true, hours: rule?.hours ?? '', wordsIn: rule?.wordsIn ?? 'anywhere' },
    services: [...ids(rule?.services ?? []), ...(rule?.withoutService ? [NO_SERVICE] : [])],
    institutions: ids(rule?.institutions ?? []),
    sources: rule?.sources ?? [],
    ...{ wordsAny: rule?.wordsAny ?? [], wordsAll: rule?.wordsAll ?? [], wordsNone: rule?.wordsNone ?? [] },
    ...{ groupId: rule?.group?.id ?? null, category: rule?.category ?? null, answerId: rule?.answer?.id ?? null },
    ...{ impact: rule?.impact ? String(rule.impact) : '', urgency: rule?.urgency ? String(rule.urgency) : '' },
    watchers: rule?.watchers ?? [],
  };
}

const level = (text: string): Level | null => (text ? (Number(text) as Level) : null);

export function bodyOf(fields: RuleFields): RuleBody {
  const { active, services, institutions, wordsAny, wordsAll, wordsNone, wordsIn, hours, groupId, category, answerId } = fields;
  return {
    ...{ title: fields.title.trim(), active, wordsAny, wordsAll, wordsNone, wordsIn, groupId, category, answerId },
    serviceIds: services.filter((id) => id !== NO_SERVICE),
    withoutService: services.includes(NO_SERVICE),
    institutionIds: institutions,
    sources: fields.sources as NonNullable<RuleBody['sources']>,
    hours: hours || null,
    ...{ impact: level(fields.impact), urgency: level(fields.urgency) },
    watcherIds: ids(fields.watchers),
  };
}

/** Does the rule want anything? */
export const wantsSomething = ({ groupId, impact, category, answerId, watchers }: RuleFields): boolean =>
  groupId !== null || impact !== '' || category !== null || answerId !== null || watchers.length > 0;
