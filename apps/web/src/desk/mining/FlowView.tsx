import { Button, Progress, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { CasesDialog, type OpenedCases } from './CasesDialog';
import { DeviationsCard, FlowFigures } from './FlowFigures';
import { FlowGraph } from './FlowGraph';
import { BottleneckCard, MovesCard, type Open, VariantsCard } from './FlowTables';
import { beginRun, type FlowAnswer, miningQueries, type Source } from './mining-queries';
import type { Narrowed, Period } from './mining-search';
import c from './mining.module.css';
import { useFlowWords } from './use-flow-words';

interface Props {
  readonly source: Source;
  readonly narrowed: Narrowed;
  readonly period: Partial<Period>;
  /** A second period to compare with. */
  readonly beside?: Period | undefined;
}

/** Why there is no flow: too few cases, or so many that a run is to mine them. */
function NoFlow({ answer, source, narrowed, period }: { answer: FlowAnswer } & Omit<Props, 'beside'>) {
  const { t } = useTexts();
  const { number } = useFormat();
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => beginRun(source, narrowed, period),
    onSuccess: (begun) => client.setQueryData(miningQueries.flow(source, narrowed, period).queryKey, begun),
  });
  const { run, cases, needsRun } = answer;
  if (!needsRun) return <p className={`${reportsCss.card} ${c.nothing}`}>{t(cases === 0 ? 'mining.nothing' : 'mining.tooFew')}</p>;
  const total = run?.total ?? cases;
  const counted = { done: number(run?.done ?? 0), total: number(total) };
  const working = run?.state === 'waiting' || run?.state === 'running';
  return (
    <section className={reportsCss.card} aria-label={t('mining.large')}>
      <p role="status">{working ? t('mining.working.run', counted) : t('mining.largeText', { cases: number(cases) })}</p>
      {working ? (
        <Progress value={(100 * (run?.done ?? 0)) / Math.max(1, total)} aria-label={t('mining.working.run', counted)} />
      ) : (
        <Button onClick={() => begin.mutate()} loading={begin.isPending}>
          {t('mining.begin')}
        </Button>
      )}
      {begin.error && <ProblemNote error={begin.error} />}
    </section>
  );
}

/** A process as it really went: what it says, the map, and the tables beside it; with a second period side by side. */
export function FlowView({ source, narrowed, period, beside }: Props) {
  const { t } = useTexts();
  const words = useFlowWords();
  const [opened, setOpened] = useState<OpenedCases | null>(null);
  const query = useQuery(miningQueries.flow(source, narrowed, period));
  const second = useQuery({ ...miningQueries.flow(source, narrowed, beside ?? period), enabled: beside !== undefined });
  if (query.error) return <ProblemNote error={query.error} />;
  const answer = query.data;
  if (!answer) return <Skeleton height={360} radius={12} />;
  const { flow } = answer;
  if (!flow) return <NoFlow answer={answer} {...{ source, narrowed, period }} />;
  const other = beside ? (second.data?.flow ?? null) : null;
  const open: Open = source.kind === 'process' ? (mark, title) => setOpened({ mark, title }) : undefined;
  const graphOf = (of: FlowAnswer, title: string) =>
    of.flow && <FlowGraph key={title} flow={of.flow} title={title} conclusion={words.conclusion(of.flow)} />;
  return (
    <>
      <p className={c.says}>
        {words.conclusion(flow)} <span>{words.basis(answer)}</span>
      </p>
      {beside && second.data && (
        <p className={c.says}>
          <b>{t('mining.before')}</b> {second.data.flow ? words.conclusion(second.data.flow) : t('mining.tooFew')}{' '}
          <span>{words.basis(second.data)}</span>
        </p>
      )}
      {second.error && beside && <ProblemNote error={second.error} />}
      <FlowFigures flow={flow} beside={other} open={open} />
      <div className={other ? c.pair : c.single}>
        {graphOf(answer, t(other ? 'mining.this' : 'mining.map'))}
        {other && second.data && graphOf(second.data, t('mining.before'))}
      </div>
      <MovesCard flow={flow} beside={other} open={open} />
      <div className={flow.conformance ? reportsCss.halves : c.single}>
        <BottleneckCard flow={flow} open={open} />
        <DeviationsCard flow={flow} versions={answer.versions} open={open} />
      </div>
      <VariantsCard flow={flow} open={open} />
      {opened && <CasesDialog processId={source.id} {...{ narrowed, period, opened }} onClose={() => setOpened(null)} />}
    </>
  );
}
