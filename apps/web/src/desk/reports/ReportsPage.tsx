import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Kpi } from '../data/types';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { Breakdown } from './Breakdown';
import { ComplianceDetail } from './ComplianceDetail';
import { FigureTile } from './FigureTile';
import { MonthPicker } from './MonthPicker';
import { currentMonth, monthName } from './months';
import { complianceQuery, kpiQuery } from './report-queries';
import type { By } from './report-search';
import c from './reports.module.css';
import figureCss from './figure.module.css';
import { ReportTabs } from './ReportTabs';

const route = getRouteApi('/reports');
const Charts = lazy(() => import('./Charts').then((part) => ({ default: part.Charts })));

function Head({ month, onMonth, kpi, asOf }: { month: string; onMonth: (month: string) => void; kpi: Kpi | undefined; asOf: number }) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime } = useFormat();
  return (
    <header className={c.head}>
      <div>
        <h1>{t('reports.title')}</h1>
        <p className="num">
          {monthName(month, texts)}
          {asOf > 0 && ` · ${t('reports.asOf', { at: dateTime(asOf) })}`}
          {kpi && ` · ${t('reports.definition', { version: String(kpi.definitionVersion) })}`}
        </p>
      </div>
      <MonthPicker month={month} onChange={onMonth} />
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} className={c.noPrint}>
        {t('reports.print')}
      </Button>
    </header>
  );
}

function ChartsLoading() {
  return (
    <>
      <Skeleton height={320} radius={12} />
      <Skeleton height={320} radius={12} />
    </>
  );
}

function Loading() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('desk.loading')}>
      <Skeleton height={150} radius={12} mb={16} />
      <div className={c.charts}>
        <ChartsLoading />
      </div>
    </div>
  );
}

/** Do we keep our promises, are people satisfied, what gets worse: in ten seconds, with n, interval and the rows behind. */
export function ReportsPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const month = search.month ?? currentMonth();
  const by: By = search.by ?? 'institution';
  const satisfaction = useQuery(kpiQuery('KPI-02', month, by));
  const sla = useQuery(kpiQuery('KPI-09', month, by));
  const compliance = useQuery(complianceQuery(month));
  const error = satisfaction.error ?? sla.error ?? compliance.error;
  if (error)
    return <FailedPage error={error} reset={() => void Promise.all([satisfaction.refetch(), sla.refetch(), compliance.refetch()])} />;
  const change = (part: { month?: string; by?: By }): void =>
    void navigate({ to: '/reports', search: { ...search, ...part }, replace: true });
  return (
    <main className={c.page}>
      <ReportTabs month={search.month} />
      <Head month={month} onMonth={(next) => change({ month: next })} kpi={sla.data} asOf={sla.dataUpdatedAt} />
      {!satisfaction.data || !sla.data || !compliance.data ? (
        <Loading />
      ) : (
        <>
          <section className={figureCss.tiles} aria-label={t('reports.main')}>
            <FigureTile kpi={sla.data} code="KPI-09" month={month} />
            <FigureTile kpi={satisfaction.data} code="KPI-02" month={month} />
          </section>
          <div className={c.charts}>
            <Suspense fallback={<ChartsLoading />}>
              <Charts sla={sla.data} satisfaction={satisfaction.data} />
            </Suspense>
          </div>
          <Breakdown by={by} onBy={(next) => change({ by: next })} month={month} satisfaction={satisfaction.data} sla={sla.data} />
          <ComplianceDetail compliance={compliance.data} target={sla.data.target} />
        </>
      )}
    </main>
  );
}
