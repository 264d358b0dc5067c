import { useFormat } from '../../format';
import { Avatar } from '../../marks/Avatar';
import { useTexts } from '../../texts';
import { ApproverWord } from '../approvals/ApproverWord';
import { QuorumBar } from '../approvals/QuorumBar';
import { presentStep, tallyOf } from '../completeness';
import c from '../side.module.css';
import type { Change } from '../types';

/** Where the decision stands: how many have agreed of how many, what is wanted still, and who. */
export function ApprovalCard({ change }: { change: Change }) {
  const { t } = useTexts();
  const { weekdayTime } = useFormat();
  const step = presentStep(change);
  if (!step) return null;
  const { seats, approved, needed } = tallyOf(step);
  const open = step.state === 'open';
  const missing = Math.max(0, needed - approved);
  return (
    <section className={c.card} aria-labelledby="approvals-card">
      <header>
        <div>
          <h2 id="approvals-card">{t('change.approvals.title', { given: String(approved), all: String(seats) })}</h2>
          <p>
            {step.name} · {t('change.approvals.quorum', { needed: String(needed) })}
            {open && <> — {t('change.approvals.left', { count: missing })}</>}{' '}
            {open && t('change.approvals.due', { at: weekdayTime(step.dueAt) })}
          </p>
        </div>
      </header>
      <QuorumBar step={step} />
      <ul className={c.voices}>
        {step.approvals.map((approval) => (
          <li key={approval.id}>
            <Avatar name={approval.approver.name} tone={approval.state === 'approved' ? 'brand' : undefined} decorative />
            <span>{approval.approver.name}</span>
            <ApproverWord approval={approval} />
          </li>
        ))}
      </ul>
    </section>
  );
}
