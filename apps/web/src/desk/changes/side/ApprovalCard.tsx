import { Avatar } from '../../marks/Avatar';
import { useTexts } from '../../texts';
import { ApproverWord } from '../approvals/ApproverWord';
import { QuorumBar } from '../approvals/QuorumBar';
import { presentSteps, sumOf, tallyOf } from '../completeness';
import side from '../side.module.css';
import type { Change, StandingStep } from '../types';
import { useWindowWords } from '../use-window-words';

function Step({ step }: { step: StandingStep }) {
  const { t } = useTexts();
  const { due } = useWindowWords();
  const { approved, needed } = tallyOf(step);
  const open = step.state === 'open';
  return (
    <div className={side.step}>
      <h3>{step.name}</h3>
      <p className="num">
        {t('change.approvals.quorum', { needed: String(needed) })}
        {open &&
          ` · ${t('change.approvals.left', { count: Math.max(0, needed - approved) })} · ${t('change.approvals.due', { at: due(step.dueAt) })}`}
      </p>
      <QuorumBar step={step} />
      <ul className={side.voices}>
        {step.approvals.map((approval) => (
          <li key={approval.id}>
            <Avatar name={approval.approver.name} tone={approval.state === 'approved' ? 'brand' : 'grey'} decorative />
            <span>{approval.approver.name}</span>
            <ApproverWord approval={approval} waiting={step.state === 'waiting'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the decision stands: how many have agreed of how many, what is wanted still, and who. */
export function ApprovalCard({ change }: { change: Change }) {
  const { t } = useTexts();
  const steps = presentSteps(change);
  if (steps.length === 0) return null;
  const { seats, approved } = sumOf(steps);
  return (
    <section className={side.card} aria-labelledby="approvals-card">
      <header>
        <h2 id="approvals-card">{t('change.approvals.title', { given: String(approved), all: String(seats) })}</h2>
      </header>
      {steps.map((step) => (
        <Step key={step.id} step={step} />
      ))}
    </section>
  );
}
