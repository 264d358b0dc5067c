import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import type { ChangeAction } from '../change-actions';
import { ApproverWord } from '../approvals/ApproverWord';
import { presentSteps, sumOf } from '../completeness';
import document from '../document.module.css';
import parts from '../parts.module.css';
import type { Change, StandingRound, StandingStep } from '../types';
import { useWindowWords } from '../use-window-words';
import { Concurrences } from './Concurrences';
import { Missing, SectionFrame } from './SectionFrame';

function StepTable({ step }: { step: StandingStep }) {
  const { t } = useTexts();
  const { due } = useWindowWords();
  return (
    <table className={parts.approvers}>
      <caption>
        <b>{step.name}</b>
        {step.state === 'open' && <span className="num"> · {t('change.approvals.due', { at: due(step.dueAt) })}</span>}
      </caption>
      <tbody>
        {step.approvals.map((approval) => (
          <tr key={approval.id}>
            <th scope="row">{approval.approver.name}</th>
            <td>{approval.reason}</td>
            <td>
              <ApproverWord approval={approval} waiting={step.state === 'waiting'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Round({ round, alone }: { round: StandingRound; alone: boolean }) {
  const { t } = useTexts();
  const head = [
    alone ? null : t('change.approvals.round', { round: String(round.number) }),
    round.purpose === 'ratify' ? t('change.approvals.ratify') : null,
    round.state === 'voided' ? t('change.approvals.void') : null,
  ].filter(Boolean);
  return (
    <div className={parts.round} data-void={round.state === 'voided' || undefined}>
      {head.length > 0 && <h3>{head.join(' · ')}</h3>}
      {round.steps.map((step) => (
        <StepTable key={step.id} step={step} />
      ))}
    </div>
  );
}

function Emergency({ change }: { change: Change }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { consent, ratification } = change;
  if (!consent) return null;
  return (
    <p>
      {t('change.consent.by', { by: consent.by, at: dateTime(consent.at) })}{' '}
      {consent.recordedBy && t('change.consent.recorded', { name: consent.recordedBy.name })}{' '}
      {ratification &&
        (ratification.ratifiedAt
          ? t('change.ratify.done', { at: dateTime(ratification.ratifiedAt) })
          : ratification.findingAt
            ? t('change.ratify.finding', { at: dateTime(ratification.findingAt) })
            : t('change.ratify.due', { at: dateTime(ratification.dueAt) }))}
    </p>
  );
}

/** Who is asked, what they said, and what bodies outside say. */
export function ApprovalsSection({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  const { t } = useTexts();
  const { approvals, kind, consent } = change;
  const tally = approvals.length > 0 ? sumOf(presentSteps(change)) : null;
  const given =
    tally && t('change.approvals.bar', { given: String(tally.approved), all: String(tally.seats), needed: String(tally.needed) });
  return (
    <SectionFrame name="approvals" aside={given}>
      <Emergency change={change} />
      {approvals.map((round) => (
        <Round key={round.number} round={round} alone={approvals.length === 1} />
      ))}
      {approvals.length === 0 && !consent && (
        <Missing>{t(kind === 'standard' ? 'change.approvals.standard' : 'change.approvals.none')}</Missing>
      )}
      {kind !== 'standard' && <p className={document.quiet}>{t('change.approvals.rule')}</p>}
      {kind !== 'standard' && <Concurrences change={change} act={act} />}
    </SectionFrame>
  );
}
