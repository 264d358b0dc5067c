import c from '../changes/side.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Problem } from './types';

/** Who does what next, in one sentence. */
function useNext(problem: Problem): string {
  const { t } = useTexts();
  const { date } = useFormat();
  const { state, missing, resolvable, verifiable, verifyFrom, fixes } = problem;
  const parts = missing.map((part) => t(part === 'rootCause' ? 'problem.next.cause' : 'problem.next.workaround')).join(', ');
  switch (state) {
    case 'investigating':
      return missing.length > 0 ? t('problem.next.investigating', { parts }) : t('problem.next.identify');
    case 'known_error':
      return t(resolvable ? 'problem.next.resolve' : 'problem.next.known_error');
    case 'fix_in_progress': {
      if (resolvable) return t('problem.next.resolve');
      const waits = fixes.some(({ outcome, spent }) => outcome === null && !spent);
      if (waits) return t('problem.next.fix_in_progress');
      return missing.length > 0 ? t('problem.next.failed', { parts }) : t('problem.next.review');
    }
    case 'resolved':
      return t(verifiable ? 'problem.next.verify' : 'problem.next.resolved', { date: verifyFrom ? date(verifyFrom) : '' });
    default:
      return t(`problem.next.${state}`);
  }
}

/** What comes next, and who takes part. */
export function ProblemSide({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const next = useNext(problem);
  const people = [
    ['problem.field.group', problem.group?.name ?? t('problem.nobody')],
    ['problem.field.owner', problem.assignee?.name ?? t('problem.noOwner')],
    ['problem.field.openedBy', problem.openedBy.name],
  ] as const;
  return (
    <aside className={c.side}>
      <section className={c.card} aria-labelledby="next-title">
        <header>
          <h2 id="next-title">{t('problem.next.title')}</h2>
        </header>
        <p className={c.next}>{next}</p>
        <dl className={c.people}>
          {people.map(([key, name]) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}
