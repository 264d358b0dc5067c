import { categoryName } from '../data/reference-words';
import { useTexts } from '../texts';
import type { RuleTerms } from './routing-queries';

/** A part of a rule's sentence: what is asked or wanted, and of what. */
export interface RulePhrase {
  lead: string;
  values: string;
}

/** A rule as a sentence: what must hold, and what then happens. */
export function useRuleWords(): (terms: RuleTerms) => { when: RulePhrase[]; then: RulePhrase[] } {
  const texts = useTexts();
  const { t, has, locale } = texts;
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const quoted = (words: readonly string[]): string[] => words.map((word) => (locale === 'lv' ? `„${word}”` : `“${word}”`));
  const source = (code: string): string => {
    const key = `source.${code}`;
    return has(key) ? t(key) : code;
  };
  const phrase = (lead: string, values: string): RulePhrase[] => (values ? [{ lead, values }] : []);
  const names = (of: readonly { name: string }[]): string[] => of.map(({ name }) => name);
  return (terms) => {
    const place = terms.wordsIn === 'title' ? 'title' : 'text';
    const services = [...names(terms.services), ...(terms.withoutService ? [t('routing.noService')] : [])];
    return {
      when: [
        ...phrase(t('routing.when.service'), or.format(services)),
        ...phrase(t('routing.when.institution'), or.format(names(terms.institutions))),
        ...phrase(t('routing.when.source'), or.format(terms.sources.map(source))),
        ...phrase(t(`routing.when.any.${place}`), or.format(quoted(terms.wordsAny))),
        ...phrase(t(`routing.when.all.${place}`), and.format(quoted(terms.wordsAll))),
        ...phrase(t(`routing.when.none.${place}`), or.format(quoted(terms.wordsNone))),
        ...phrase(t('routing.when.hours'), terms.hours ? t(`routing.hours.${terms.hours}`) : ''),
      ],
      then: [
        ...phrase(t('routing.then.group'), terms.group?.name ?? ''),
        ...phrase(t('routing.then.priority'), terms.priority === null ? '' : `P${terms.priority}`),
        ...phrase(t('routing.then.category'), categoryName(texts, terms.category)),
        ...phrase(t('routing.then.answer'), terms.answer ? quoted([terms.answer.name || t('routing.gone')]).join('') : ''),
        ...phrase(t('routing.then.watch'), and.format(names(terms.watchers))),
      ],
    };
  };
}
