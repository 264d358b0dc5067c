import { useMediaQuery } from '@mantine/hooks';
import { IconTriangleFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './board.module.css';
import { Marks } from './Marks';
import type { ProcessSummary, Stage } from './process-queries';

/** In the order of a process's life; the last only where somebody is there. */
const stages: Exclude<Stage, 'retired'>[] = ['identified', 'designed', 'approved', 'piloted', 'implemented', 'at_risk', 'suspended'];

function Standing({ process }: { process: ProcessSummary }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { stage, todo, holdsUntil } = process;
  const first = todo[0];
  if (first)
    return (
      <small data-lost={stage === 'at_risk' || stage === 'suspended' || undefined}>
        {(stage === 'at_risk' || stage === 'suspended') && <IconTriangleFilled size={11} aria-hidden />}
        {first.text}
        {todo.length > 1 && ` ${t('processes.andMore', { count: todo.length - 1 })}`}
      </small>
    );
  return <small>{holdsUntil === null ? t('processes.allMet') : t('processes.allMetUntil', { date: date(holdsUntil) })}</small>;
}

function Card({ process, chosen }: { process: ProcessSummary; chosen: boolean }) {
  const { t } = useTexts();
  // On a phone there is no room for a process below the board: the card leads to its page.
  const phone = useMediaQuery('(max-width: 700px)');
  const { id, practice, owner } = process;
  const inside = (
    <>
      <strong>{practice.name}</strong>
      <span>{owner?.name ?? t('processes.noOwner')}</span>
      <Marks process={process} />
      <Standing process={process} />
    </>
  );
  return (
    <li>
      {phone ? (
        <Link to="/reports/processes/$id" params={{ id }} className={c.card}>
          {inside}
        </Link>
      ) : (
        <Link
          to="/reports/processes"
          search={{ process: id }}
          replace
          resetScroll={false}
          className={c.card}
          aria-current={chosen ? 'true' : undefined}
        >
          {inside}
        </Link>
      )}
    </li>
  );
}

/** Processes by stage. */
export function StageBoard({ processes, chosen }: { processes: readonly ProcessSummary[]; chosen: string | undefined }) {
  const { t } = useTexts();
  const columns = stages
    .map((stage) => ({ stage, items: processes.filter((one) => one.stage === stage) }))
    .filter(({ stage, items }) => stage !== 'suspended' || items.length > 0);
  return (
    <div
      className={c.board}
      style={{
        gridTemplateColumns: columns.map(({ items }) => (items.length > 0 ? 'minmax(138px, 2fr)' : 'minmax(96px, 1fr)')).join(' '),
      }}
    >
      {columns.map(({ stage, items }) => (
        <section key={stage} className={c.column} aria-label={t(`processes.stage.${stage}`)}>
          <h2>
            {t(`processes.stage.${stage}`)} <span className="num">{items.length}</span>
          </h2>
          {items.length > 0 ? (
            <ul>
              {items.map((process) => (
                <Card key={process.id} process={process} chosen={process.id === chosen} />
              ))}
            </ul>
          ) : (
            <p className={c.none}>{t(`processes.none.${stage}`)}</p>
          )}
        </section>
      ))}
    </div>
  );
}
