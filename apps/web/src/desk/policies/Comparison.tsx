import { IconArrowRight, IconMinus, IconPlus } from '@tabler/icons-react';
import { duration } from '../../shared/format/numbers';
import { useTexts } from '../texts';
import c from './draft.module.css';
import type { ChangedTarget, Comparison as Compared, Target } from './types';
import { useTargetWords } from './use-target-words';

function Change({ change }: { change: ChangedTarget }) {
  const { t } = useTexts();
  const words = useTargetWords();
  return (
    <li>
      <IconArrowRight size={15} role="img" aria-label={t('sla.changed')} data-sign="changed" />
      <span>{words.target(change.target)}</span>
      <span className={c.terms}>
        {change.terms.map((term) => (
          <span key={term} className="num">
            {term !== 'seconds' && <em>{t(`sla.term.${term}`)} </em>}
            <del>{words.term(change.before, term)}</del> <span aria-hidden>→</span> <ins>{words.term(change.target, term)}</ins>
          </span>
        ))}
      </span>
    </li>
  );
}

function Whole({ target, sign }: { target: Target; sign: 'added' | 'removed' }) {
  const { t } = useTexts();
  const words = useTargetWords();
  const Sign = sign === 'added' ? IconPlus : IconMinus;
  return (
    <li>
      <Sign size={15} role="img" aria-label={t(`sla.${sign}`)} data-sign={sign} />
      <span>{words.target(target)}</span>
      <span className={c.terms}>
        <span className="num">
          {sign === 'added' ? <ins>{duration(target.seconds)}</ins> : <del>{duration(target.seconds)}</del>} {target.calendar.name}
        </span>
      </span>
    </li>
  );
}

/** What publishing would change: old and new side by side, each told by a sign as well. */
export function Comparison({ comparison }: { comparison: Compared }) {
  const { t } = useTexts();
  const { added, removed, changed, midFlightRule, unchanged } = comparison;
  const words = useTargetWords();
  if (added.length + removed.length + changed.length === 0 && !midFlightRule) return <p className={c.same}>{t('sla.same')}</p>;
  return (
    <>
      <ul className={c.changes} aria-label={t('sla.comparison')}>
        {changed.map((change) => (
          <Change key={words.target(change.target)} change={change} />
        ))}
        {added.map((target) => (
          <Whole key={words.target(target)} target={target} sign="added" />
        ))}
        {removed.map((target) => (
          <Whole key={words.target(target)} target={target} sign="removed" />
        ))}
        {midFlightRule && (
          <li>
            <IconArrowRight size={15} role="img" aria-label={t('sla.changed')} data-sign="changed" />
            <span>{t('sla.rule')}</span>
            <span className={c.terms}>
              <span>
                <del>{t(`sla.rule.${midFlightRule.before}`)}</del> <span aria-hidden>→</span>{' '}
                <ins>{t(`sla.rule.${midFlightRule.after}`)}</ins>
              </span>
            </span>
          </li>
        )}
      </ul>
      {unchanged > 0 && <p className={c.same}>{t('sla.unchanged', { count: unchanged })}</p>}
    </>
  );
}
