import { Button } from '@mantine/core';
import { IconAlertTriangle, IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './page.module.css';
import { type ProcessAction, wanted } from './process-actions';
import type { Process, Todo } from './process-queries';
import { useCause } from './use-cause';

function Line({ process, todo, act }: { process: Process; todo: Todo; act: (action: ProcessAction) => void }) {
  const { t } = useTexts();
  const action = wanted(process, todo.code);
  return (
    <li>
      {todo.text}{' '}
      {todo.may && action && (
        <Button size="compact-sm" variant="default" onClick={() => act(action)}>
          {t(`processes.do.${todo.code as 'review'}`)}
        </Button>
      )}
      {todo.code === 'metric' && <Link to="/reports/indicators">{t('processes.do.metric')}</Link>}
    </li>
  );
}

/** What is missing, and what comes of it if nobody acts. Nothing where all is well. */
export function Standing({ process, act }: { process: Process; act: (action: ProcessAction) => void }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const why = useCause();
  const cause = why(process.stages.at(-1)?.cause ?? '');
  const { stage, stageSince, todo, suspendsAt } = process;
  if (todo.length === 0) return null;
  const grave = stage === 'at_risk' || stage === 'suspended';
  const Sign = grave ? IconAlertTriangle : IconListCheck;
  return (
    <section className={c.standing} data-grave={grave || undefined} aria-label={t('processes.todo')}>
      <Sign size={19} aria-hidden />
      <div>
        <strong>
          {stage === 'suspended' && t('processes.suspendedBecause', { date: date(stageSince), cause })}
          {suspendsAt !== null && t('processes.atRiskUntil', { date: date(suspendsAt) })}
          {!grave && t('processes.todo')}
        </strong>
        <ul>
          {todo.map((one) => (
            <Line key={one.code} process={process} todo={one} act={act} />
          ))}
        </ul>
      </div>
    </section>
  );
}
