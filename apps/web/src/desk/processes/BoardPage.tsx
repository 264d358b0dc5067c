import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import reportsCss from '../reports/reports.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { StageBoard } from './Board';
import c from './board.module.css';
import { ChosenProcess } from './ChosenProcess';
import { CountCard } from './CountCard';
import { RegisterDialog } from './dialogs/RegisterDialog';
import { type Board, type ProcessSummary, processQueries, type Stage } from './process-queries';
import { ProcessTabs } from './ProcessTabs';
import { TodoCard } from './TodoCard';

const route = getRouteApi('/reports/processes');
/** Whose conditions are shown while nobody has chosen: what may be lost first. */
const first: Stage[] = ['at_risk', 'suspended', 'piloted', 'implemented', 'approved', 'designed', 'identified'];

function firstOf(items: readonly ProcessSummary[]): string | undefined {
  for (const stage of first) {
    const found = items.find((one) => one.stage === stage);
    if (found) return found.id;
  }
  return undefined;
}

function Contents({ board, chosen }: { board: Board; chosen: string | undefined }) {
  const { t } = useTexts();
  const { items, counts, demonstration } = board;
  const retired = items.filter(({ stage }) => stage === 'retired');
  const shown = items.some(({ id }) => id === chosen) ? chosen : firstOf(items);
  return (
    <div className={c.columns}>
      <div className={c.main}>
        <StageBoard processes={items} chosen={shown} />
        {items.length === 0 && <p className={c.hint}>{t('processes.empty')}</p>}
        {shown && <ChosenProcess id={shown} />}
        {retired.length > 0 && (
          <p className={c.hint}>
            {t('processes.retired')}{' '}
            {retired.map(({ id, practice }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link to="/reports/processes/$id" params={{ id }}>
                  {practice.name}
                </Link>
              </span>
            ))}
          </p>
        )}
        {demonstration && <p className={c.hint}>{t('processes.demonstration')}</p>}
      </div>
      <div className={c.side}>
        <CountCard counts={counts} />
        <TodoCard processes={items} count={counts.at(-1)?.count ?? 0} />
      </div>
    </div>
  );
}

/** Which ITIL processes are implemented, and what the others lack. */
export function BoardPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [registers, setRegisters] = useState(false);
  const { process } = route.useSearch();
  const { data, error, refetch } = useQuery(processQueries.board());
  if (error && !data) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={`${reportsCss.page} ${c.page}`}>
      <ProcessTabs />
      <header className={reportsCss.head}>
        <div>
          <h1>{t('processes.title')}</h1>
          <p>{t('processes.text')}</p>
        </div>
        <SaveMenu href={(format) => `/api/v1/processes/export?format=${format}`} />
        {data?.abilities.register && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} className={reportsCss.noPrint ?? ''} onClick={() => setRegisters(true)}>
            {t('processes.register')}
          </Button>
        )}
      </header>
      {data ? <Contents board={data} chosen={process} /> : <Skeleton height={420} radius={12} />}
      {registers && data && (
        <RegisterDialog
          board={data}
          onClose={() => setRegisters(false)}
          onDone={({ id }) => void navigate({ to: '/reports/processes/$id', params: { id } })}
        />
      )}
    </main>
  );
}
