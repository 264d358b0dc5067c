import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './page.module.css';
import { presentSteps } from './completeness';
import type { Change, ChangeState } from './types';
import { useWindowWords } from './use-window-words';

const usual: Record<Change['kind'], ChangeState[]> = {
  standard: ['draft', 'scheduled', 'implementing', 'review', 'closed'],
  normal: ['draft', 'assessing', 'awaiting_authorisation', 'scheduled', 'implementing', 'review', 'closed'],
  emergency: ['draft', 'awaiting_authorisation', 'scheduled', 'implementing', 'review', 'closed'],
};

/** The states that the change goes through; one that ended early went as far as it did. */
function wayOf({ kind, state, consent, path }: Change): ChangeState[] {
  if (state !== 'rejected' && state !== 'cancelled') return consent ? ['draft', 'implementing', 'review', 'closed'] : usual[kind];
  const been = new Set(path.map((step) => step.state));
  return [...usual[kind].filter((one) => been.has(one)), state];
}

/** What the present state waits for. */
function dueOf(change: Change): string | null {
  const { state, assessmentDueAt, window } = change;
  if (state === 'assessing') return assessmentDueAt;
  if (state === 'awaiting_authorisation') return presentSteps(change).find((step) => step.state === 'open')?.dueAt ?? null;
  if (state === 'scheduled') return window?.from ?? null;
  return state === 'implementing' ? (window?.to ?? null) : null;
}

/** The way of the change, where it is now, and when each step was reached. */
export function Steps({ change }: { change: Change }) {
  const { t } = useTexts();
  const { dayMonth } = useFormat();
  const words = useWindowWords();
  const way = wayOf(change);
  const here = way.indexOf(change.state);
  const over = ['closed', 'rejected', 'cancelled'].includes(change.state);
  const due = dueOf(change);
  const detail = (state: ChangeState, index: number): string | null => {
    if (index === here && due) return t('change.stepDue', { at: words.due(due) });
    const reached = index <= here ? change.path.findLast((step) => step.state === state) : undefined;
    return reached ? [dayMonth(reached.at), reached.by?.name].filter(Boolean).join(' ') : null;
  };
  return (
    <ol className={c.steps} aria-label={t('change.steps')}>
      {way.map((state, index) => (
        <li
          key={state}
          data-on={index < here || (over && index === here) ? 'done' : index === here ? 'here' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          <b>{t(`change.step.${state}`)}</b>
          <span className="num">{detail(state, index)}</span>
        </li>
      ))}
    </ol>
  );
}
