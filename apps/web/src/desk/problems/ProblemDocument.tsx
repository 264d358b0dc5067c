import c from '../changes/document.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { MarkdownText } from '../ticket/MarkdownText';
import type { ProblemAction } from './problem-actions';
import { CauseSection } from './sections/CauseSection';
import { FixesSection } from './sections/FixesSection';
import { IncidentsSection } from './sections/IncidentsSection';
import { SeenSection } from './sections/SeenSection';
import { Section } from './sections/Section';
import { UsersSection } from './sections/UsersSection';
import type { Problem } from './types';

function Outcome({ problem }: { problem: Problem }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { resolution, endReason, resolvedAt, closedAt } = problem;
  const text = endReason ?? resolution;
  if (text === null) return null;
  const at = endReason ? closedAt : resolvedAt;
  return (
    <Section name="outcome" no={6} aside={at && date(at)}>
      <MarkdownText text={text} />
      {problem.recurrences > 0 && <p className={c.quiet}>{t('problems.recurred', { count: problem.recurrences })}</p>}
    </Section>
  );
}

/** The document of a problem, section by section. */
export function ProblemDocument({ problem, act }: { problem: Problem; act: (action: ProblemAction) => void }) {
  return (
    <div className={c.document}>
      <SeenSection problem={problem} />
      <CauseSection problem={problem} />
      <UsersSection problem={problem} />
      <FixesSection problem={problem} act={act} />
      <IncidentsSection problem={problem} act={act} />
      <Outcome problem={problem} />
    </div>
  );
}
