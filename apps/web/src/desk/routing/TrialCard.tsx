import { Button, Checkbox, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http } from '../../shared/api/http';
import page from '../changes/changes.module.css';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { isOver, routingQueries, type Trial, type TrialBody } from './routing-queries';
import c from './routing.module.css';
import { TrialResults } from './TrialResults';

const periods = ['30', '90', '180', '365'] as const;

function Progress({ trial }: { trial: Trial }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { done, total } = trial;
  return (
    <div role="status">
      <div
        className={c.progress}
        role="progressbar"
        aria-label={t('routing.trial.progress')}
        aria-valuemin={0}
        aria-valuemax={total ?? 0}
        aria-valuenow={done}
      >
        <i style={{ width: `${total ? Math.round((done / total) * 100) : 0}%` }} />
      </div>
      <p className={`${c.hint} num`}>{t('routing.trial.doneOf', { done: number(done), total: total === null ? '…' : number(total) })}</p>
    </div>
  );
}

/** The rules tried on past tickets. Nothing is changed by trying. */
export function TrialCard() {
  const { t } = useTexts();
  const { date } = useFormat();
  const client = useQueryClient();
  const [days, setDays] = useState<string>('90');
  const [withInactive, setInactive] = useState(false);
  const { data: trial } = useQuery(routingQueries.latestTrial());
  const begin = useMutation({
    mutationFn: (body: TrialBody) => http.post<Trial>('/routing-rule-trials', body),
    onSuccess: (started) => client.setQueryData(routingQueries.latestTrial().queryKey, started),
  });
  const running = trial !== undefined && trial !== null && !isOver(trial);
  return (
    <section className={page.card} aria-labelledby="trial-title">
      <header>
        <div>
          <h2 id="trial-title">{t('routing.trial.title')}</h2>
          <p>{t('routing.trial.sub')}</p>
        </div>
      </header>
      <div className={c.ask}>
        <Select
          aria-label={t('routing.trial.period')}
          w={200}
          data={periods.map((value) => ({ value, label: t('routing.trial.days', { count: Number(value) }) }))}
          value={days}
          allowDeselect={false}
          onChange={(value) => setDays(value ?? '90')}
        />
        <Checkbox
          label={t('routing.trial.withInactive')}
          checked={withInactive}
          onChange={(event) => setInactive(event.currentTarget.checked)}
        />
        <Button variant="default" loading={begin.isPending || running} onClick={() => begin.mutate({ days: Number(days), withInactive })}>
          {t('routing.trial.begin')}
        </Button>
      </div>
      {begin.error && <ProblemNote error={begin.error} />}
      {running && <Progress trial={trial} />}
      {trial?.state === 'failed' && <p role="alert">{t('routing.trial.failed')}</p>}
      {trial?.result && (
        <>
          <p className={c.hint}>{t('routing.trial.asOf', { day: date(trial.finishedAt ?? trial.createdAt), count: trial.days })}</p>
          <TrialResults result={trial.result} />
        </>
      )}
    </section>
  );
}
