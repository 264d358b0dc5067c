import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts';
import type { ProcessSummary, Todo } from './process-queries';

/** The way to do what is missing; nothing where only somebody else may, or only time can. */
export function TodoLink({ process, todo }: { process: Pick<ProcessSummary, 'id'>; todo: Todo }) {
  const { t } = useTexts();
  const { code } = todo;
  if (!todo.may || code === 'use') return null;
  if (code === 'metric') return <Link to="/reports/indicators">{t('processes.do.metric')}</Link>;
  const params = { id: process.id };
  if (code === 'usage' || code === 'conformance')
    return (
      <Link to="/reports/processes/$id" params={params} hash={code === 'usage' ? 'months' : 'cases'}>
        {t(`processes.do.${code}`)}
      </Link>
    );
  return (
    <Link to="/reports/processes/$id" params={params} search={{ do: code }}>
      {t(`processes.do.${code}`)}
    </Link>
  );
}
