import c from '../changes/page.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Problem, ProblemState } from './types';

const usual: readonly ProblemState[] = ['new', 'investigating', 'known_error', 'fix_in_progress', 'resolved', 'closed'];

/** The states that the problem goes through; one that was dismissed went as far as it did. */
function wayOf({ state, path }: Problem): readonly ProblemState[] {
  if (state !== 'cancelled') return usual;
  const been = new Set(path.map((step) => step.state));
  return [...usual.filter((one) => been.has(one)), state];
}

/** The way of the problem, where it is now, and when each state was entered last. */
export function ProblemSteps({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const { dayMonth } = useFormat();
  const way = wayOf(problem);
  const here = way.indexOf(problem.state);
  const over = problem.state === 'closed' || problem.state === 'cancelled';
  const entered = (state: ProblemState): string | null => {
    const step = problem.path.findLast((one) => one.state === state);
    return step ? [dayMonth(step.at), step.by?.name].filter(Boolean).join(' ') : null;
  };
  return (
    <ol className={c.steps} aria-label={t('problem.steps')}>
      {way.map((state, index) => (
        <li
          key={state}
          data-on={index < here || (over && index === here) ? 'done' : index === here ? 'here' : undefined}
          aria-current={index === here ? 'step' : undefined}
        >
          <b>{t(`problem.step.${state}`)}</b>
          <span className="num">{index <= here ? entered(state) : null}</span>
        </li>
      ))}
    </ol>
  );
}
