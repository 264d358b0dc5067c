import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import c from '../changes/page.module.css';
import { Talk } from '../changes/Talk';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import type { ProblemAction } from './problem-actions';
import { ProblemDialogs } from './ProblemDialogs';
import { ProblemDocument } from './ProblemDocument';
import { ProblemHead } from './ProblemHead';
import { problemQueries } from './problem-queries';
import { ProblemSide } from './ProblemSide';
import { ProblemSteps } from './ProblemSteps';
import own from './problems.module.css';
import type { Problem } from './types';

const route = getRouteApi('/desk/problems/$number');

function Opened({ problem }: { problem: Problem }) {
  const [dialog, setDialog] = useState<ProblemAction | null>(null);
  return (
    <>
      <header className={c.head}>
        <ProblemHead problem={problem} act={setDialog} />
        <ProblemSteps problem={problem} />
      </header>
      <div className={own.columns}>
        <div className={c.main}>
          <ProblemDocument problem={problem} act={setDialog} />
          <Talk number={problem.number} />
        </div>
        <ProblemSide problem={problem} />
      </div>
      <ProblemDialogs problem={problem} action={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

/** A problem as one document: what is seen, why, what to do meanwhile, what removes it, and the incidents that come from it. */
export function ProblemPage() {
  const { t } = useTexts();
  const { number } = route.useParams();
  const { data, error, refetch } = useQuery(problemQueries.one(number));
  if (error && !data) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={c.page}>
      {data ? (
        <Opened key={data.id} problem={data} />
      ) : (
        <div className={c.loading} role="status" aria-label={t('desk.loading')}>
          <Skeleton height={104} radius={12} />
          <Skeleton height={520} radius={12} />
        </div>
      )}
    </main>
  );
}
