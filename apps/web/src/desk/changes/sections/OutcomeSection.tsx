import { IconAlertTriangleFilled, IconArrowBackUp, IconCheck, IconX, type Icon } from '@tabler/icons-react';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { MarkdownText } from '../../ticket/MarkdownText';
import document from '../document.module.css';
import parts from '../parts.module.css';
import type { Change, Outcome } from '../types';
import { useWindowWords } from '../use-window-words';
import { LinkedTickets } from './LinkedTickets';
import { Missing, SectionFrame } from './SectionFrame';

const signs: Record<Outcome, Icon> = {
  successful: IconCheck,
  with_issues: IconAlertTriangleFilled,
  rolled_back: IconArrowBackUp,
  failed: IconX,
};

function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { t } = useTexts();
  const Sign = signs[outcome];
  return (
    <b className={parts.outcome} data-outcome={outcome}>
      <Sign size={16} stroke={2.2} aria-hidden />
      {t(`change.outcome.${outcome}`)}
    </b>
  );
}

function Review({ change }: { change: Change }) {
  const { t } = useTexts();
  const { dayMonth } = useFormat();
  const { review, reviewRequired } = change;
  if (!review) return reviewRequired ? <Missing>{t('change.review.pending')}</Missing> : null;
  return (
    <div className={document.linked}>
      <h3>{t('change.review.title')}</h3>
      <p>
        <b>{t(review.objectivesMet ? 'change.review.met' : 'change.review.notMet')}</b>
        {review.by && <span className={document.quiet}> · {t('change.review.by', { name: review.by.name, at: dayMonth(review.at) })}</span>}
      </p>
      <MarkdownText text={review.lessons} />
    </div>
  );
}

/** How it ended, what was learnt, and which incidents came of it. */
export function OutcomeSection({ change }: { change: Change }) {
  const { t } = useTexts();
  const { range } = useWindowWords();
  const { outcome, outcomeText, actualFrom, actualTo, endReason, state, reviewRequired, startOverride } = change;
  const ended = state === 'rejected' || state === 'cancelled';
  return (
    <SectionFrame name="outcome" aside={actualFrom && actualTo ? range({ from: actualFrom, to: actualTo }) : null}>
      {ended && <p>{t(`change.end.${state}`, { reason: endReason ?? '–' })}</p>}
      {!ended && !outcome && (
        <Missing>
          {t('change.outcome.later')} {reviewRequired && t('change.outcome.reviewNeeded')}
        </Missing>
      )}
      {startOverride && <p className={document.quiet}>{t('change.startOverride', { reason: startOverride.reason })}</p>}
      {outcome && (
        <>
          <p>
            <OutcomeMark outcome={outcome} />
          </p>
          {outcomeText && <MarkdownText text={outcomeText} />}
          <Review change={change} />
        </>
      )}
      <LinkedTickets id={change.id} kind="caused_by" />
    </SectionFrame>
  );
}
