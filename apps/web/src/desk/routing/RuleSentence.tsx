import { useTexts } from '../texts';
import c from './routing.module.css';
import type { RuleTerms } from './routing-queries';
import { type RulePhrase, useRuleWords } from './use-rule-words';

function Phrases({ phrases }: { phrases: readonly RulePhrase[] }) {
  return phrases.map(({ lead, values }, index) => (
    <span key={lead}>
      {lead} <b>{values}</b>
      {index < phrases.length - 1 && ', '}
    </span>
  ));
}

/** A rule in two lines: if this holds, then that. */
export function RuleSentence({ terms }: { terms: RuleTerms }) {
  const { t } = useTexts();
  const { when, then } = useRuleWords()(terms);
  return (
    <div className={c.sentence}>
      <p>
        <em>{t('routing.if')}</em> {when.length > 0 ? <Phrases phrases={when} /> : t('routing.always')}
      </p>
      <p>
        <em>{t('routing.then')}</em> <Phrases phrases={then} />
      </p>
    </div>
  );
}
