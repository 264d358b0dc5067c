import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ChangeDialogs } from './ChangeDialogs';
import { ChangeHead } from './ChangeHead';
import { changeQueries } from './change-queries';
import c from './page.module.css';
import type { ChangeAction } from './change-actions';
import { Contents } from './Contents';
import { Document } from './Document';
import { Side } from './side/Side';
import { Steps } from './Steps';
import { Talk } from './Talk';
import type { Change } from './types';

const route = getRouteApi('/desk/changes/$number');

function Opened({ change }: { change: Change }) {
  const [dialog, setDialog] = useState<ChangeAction | null>(null);
  return (
    <>
      <header className={c.head}>
        <ChangeHead change={change} act={setDialog} />
        <Steps change={change} />
      </header>
      <div className={c.columns}>
        <Contents change={change} />
        <div className={c.main}>
          <Document change={change} act={setDialog} />
          <Talk number={change.number} />
        </div>
        <Side change={change} act={setDialog} />
      </div>
      <ChangeDialogs change={change} action={dialog} onClose={() => setDialog(null)} />
    </>
  );
}

/** A change as one document read from top to bottom, with its steps above and what can be decided or done beside it. */
export function ChangePage() {
  const { t } = useTexts();
  const { number } = route.useParams();
  const { data, error, refetch } = useQuery(changeQueries.one(number));
  if (error && !data) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={c.page}>
      {data ? (
        <Opened key={data.id} change={data} />
      ) : (
        <div className={c.loading} role="status" aria-label={t('desk.loading')}>
          <Skeleton height={104} radius={12} />
          <Skeleton height={520} radius={12} />
        </div>
      )}
    </main>
  );
}
