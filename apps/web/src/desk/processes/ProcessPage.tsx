import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { ProcessFlow } from '../mining/ProcessFlow';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { Conditions } from './Conditions';
import { Conformance } from './Conformance';
import { DescriptionCard } from './DescriptionCard';
import { EvidenceCard } from './EvidenceCard';
import c from './page.module.css';
import { type ProcessAction, wanted } from './process-actions';
import { ProcessDialogs } from './ProcessDialogs';
import { ProcessHead } from './ProcessHead';
import { type Process, processQueries } from './process-queries';
import { ProcessTabs } from './ProcessTabs';
import { StageHistory } from './StageHistory';
import { Standing } from './Standing';

const route = getRouteApi('/reports/processes/$id');

function Opened({ process }: { process: Process }) {
  const { t } = useTexts();
  const id = useId();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [action, setAction] = useState<ProcessAction | null>(() => wanted(process, search.do));
  const close = (): void => {
    setAction(null);
    // What was asked for by the address is done with; reloading asks for nothing again.
    if (search.do) void navigate({ to: '/reports/processes/$id', params: { id: process.id }, replace: true, resetScroll: false });
  };
  return (
    <>
      <ProcessHead process={process} act={setAction} />
      <Standing process={process} act={setAction} />
      <div className={c.columns}>
        <div className={c.main}>
          <section className={reportsCss.card} aria-labelledby={id}>
            <header>
              <div>
                <h2 id={id}>{t('processes.conditions')}</h2>
                <p>{t('processes.conditionsText')}</p>
              </div>
            </header>
            <Conditions process={process} />
          </section>
          <EvidenceCard process={process} act={setAction} />
          {process.lifecycle !== null && <Conformance process={process} />}
        </div>
        <div className={c.side}>
          <DescriptionCard process={process} act={setAction} />
          <StageHistory process={process} />
        </div>
      </div>
      {process.lifecycle !== null && <ProcessFlow processId={process.id} />}
      <ProcessDialogs process={process} action={action} onClose={close} />
    </>
  );
}

/** One process: its stage and why, evidence, description, what its records show, and what it went through. */
export function ProcessPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(processQueries.one(id));
  if (error && !data) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={`${reportsCss.page} ${c.page}`}>
      <ProcessTabs />
      {data ? <Opened key={data.id} process={data} /> : <Skeleton height={520} radius={12} />}
    </main>
  );
}
