import { useTexts } from '../../texts';
import c from '../side.module.css';
import type { StandingStep } from '../types';
import { tallyOf } from '../completeness';

/** A piece for each who has a word, filled where he agreed, with a mark where enough have. */
export function QuorumBar({ step }: { step: StandingStep }) {
  const { t } = useTexts();
  const { seats, approved, needed } = tallyOf(step);
  const label = t('change.approvals.bar', { given: String(approved), all: String(seats), needed: String(needed) });
  return (
    <div className={c.quorum} role="img" aria-label={label}>
      {Array.from({ length: seats }, (_, index) => (
        <i key={index} data-on={index < approved || undefined} data-enough={index + 1 === needed || undefined} />
      ))}
    </div>
  );
}
