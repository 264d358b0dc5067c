import type { Filing } from '#incidents';
import { type Phrase, phraseOf, saidWords, says, type SaidWords } from './said-words.js';
import type { RuleConditions } from './rule.js';

/** What a rule is held against; `working` says whether it was said in working time. */
export type AskedFiling = Pick<Filing, 'title' | 'description' | 'serviceId' | 'institutionId' | 'source'> & { readonly working: boolean };

type Check = (filing: AskedFiling, texts: Texts) => boolean;

/** The words of a ticket, read once for all rules and only where one asks for them. */
class Texts {
  private titleWords: SaidWords | undefined;
  private allWords: SaidWords | undefined;

  constructor(private readonly filing: AskedFiling) {}

  of(place: RuleConditions['wordsIn']): SaidWords {
    const { title, description } = this.filing;
    if (place === 'title') return (this.titleWords ??= saidWords(title));
    return (this.allWords ??= saidWords(`${title}\n${description}`));
  }
}

/** A rule ready to be asked. */
export interface AskedRule {
  readonly conditions: RuleConditions;
}

/** Rules in their order, their words read once. The first that holds counts. */
export class RuleBook<Rule extends AskedRule> {
  private readonly asked: readonly { readonly rule: Rule; readonly checks: readonly Check[] }[];
  /** Does any rule ask for working time? Then a calendar is needed. */
  readonly asksHours: boolean;

  constructor(rules: readonly Rule[]) {
    this.asked = rules.map((rule) => ({ rule, checks: checksOf(rule.conditions) }));
    this.asksHours = rules.some(({ conditions }) => conditions.hours !== null);
  }

  first(filing: AskedFiling): Rule | undefined {
    const texts = new Texts(filing);
    return this.asked.find(({ checks }) => checks.every((check) => check(filing, texts)))?.rule;
  }

  /** Every rule that holds, in order. */
  all(filing: AskedFiling): Rule[] {
    const texts = new Texts(filing);
    return this.asked.filter(({ checks }) => checks.every((check) => check(filing, texts))).map(({ rule }) => rule);
  }
}

/** Cheap questions first: words are read only where all else holds. */
function checksOf(conditions: RuleConditions): Check[] {
  const { serviceIds, withoutService, institutionIds, sources, hours } = conditions;
  const services = new Set<string | null>(withoutService ? [...serviceIds, null] : serviceIds);
  const institutions = new Set(institutionIds);
  const checks: (Check | false)[] = [
    services.size > 0 && (({ serviceId }) => services.has(serviceId)),
    institutions.size > 0 && (({ institutionId }) => institutions.has(institutionId)),
    sources.length > 0 && (({ source }) => sources.includes(source)),
    hours !== null && (({ working }) => working === (hours === 'inside')),
    ...wordChecks(conditions),
  ];
  return checks.filter((check) => check !== false);
}

function wordChecks({ wordsAny, wordsAll, wordsNone, wordsIn }: RuleConditions): (Check | false)[] {
  const phrases = (entries: readonly string[]): Phrase[] => entries.map(phraseOf);
  const [any, all, none] = [phrases(wordsAny), phrases(wordsAll), phrases(wordsNone)];
  return [
    any.length > 0 && ((_filing, texts) => any.some((phrase) => says(texts.of(wordsIn), phrase))),
    all.length > 0 && ((_filing, texts) => all.every((phrase) => says(texts.of(wordsIn), phrase))),
    none.length > 0 && ((_filing, texts) => !none.some((phrase) => says(texts.of(wordsIn), phrase))),
  ];
}
