import { Link } from '@tanstack/react-router';
import c from '../changes/changes.module.css';
import { useFormat } from '../format';
import { PriorityBars } from '../marks/PriorityBars';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import type { ProblemSummary } from './types';

function Row({ problem }: { problem: ProblemSummary }) {
  const { t } = useTexts();
  const { date, number } = useFormat();
  const { incidentCount, recurrences, verifyFrom, submittedAt } = problem;
  return (
    <tr>
      <th scope="row">
        <Link to="/desk/problems/$number" params={{ number: problem.number }}>
          {problem.title}
        </Link>
        <small className="num">
          {problem.number} · {problem.service?.name ?? t('problem.noService')}
        </small>
      </th>
      <td data-label={t('problems.column.state')}>
        <div>
          <StatePill state={problem.state} word={t(`problem.step.${problem.state}`)} />
          {problem.state === 'resolved' && verifyFrom && <small>{t('problems.watched', { date: date(verifyFrom) })}</small>}
        </div>
      </td>
      <td data-label={t('problems.column.priority')}>
        <PriorityBars priority={problem.priority as 1} />
      </td>
      <td data-label={t('problems.column.incidents')} className="num">
        <div>
          {number(incidentCount)}
          {recurrences > 0 && <small>{t('problems.recurred', { count: recurrences })}</small>}
        </div>
      </td>
      <td data-label={t('problems.column.since')} className="num">
        {date(submittedAt)}
      </td>
      <td data-label={t('problems.column.who')}>
        <div>
          {problem.group?.name ?? t('problem.nobody')}
          {problem.assignee && <small>{problem.assignee.name}</small>}
        </div>
      </td>
    </tr>
  );
}

/** Problems, one a row; on a phone each is a card of its own. */
export function ProblemTable({ problems }: { problems: readonly ProblemSummary[] }) {
  const { t } = useTexts();
  const heads = ['title', 'state', 'priority', 'incidents', 'since', 'who'] as const;
  return (
    <table className={c.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`problems.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <Row key={problem.id} problem={problem} />
        ))}
      </tbody>
    </table>
  );
}
