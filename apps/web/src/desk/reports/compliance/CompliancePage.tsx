import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../format';
import { FailedPage } from '../../shell/Failed';
import { useTexts } from '../../texts';
import { MonthPicker } from '../MonthPicker';
import { currentMonth, monthName } from '../months';
import { complianceQuery, honestyQuery } from '../report-queries';
import type { AnyBy } from '../report-search';
import { ReportTabs } from '../ReportTabs';
import c from '../reports.module.css';
import { SaveMenu } from '../SaveMenu';
import { Beside } from './Beside';
import { BothFigures } from './BothFigures';
import { Honest } from './Honest';
import { Parts } from './Parts';
import { Restatements } from './Restatements';
import { Trend } from '../Trend';

const route = getRouteApi('/reports/compliance');
function Head({ month, note, onMonth }: { month: string; note: string | null; onMonth: (month: string) => void }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <header className={c.head}>
      <div>
        <h1>{t('compliance.title')}</h1>
        <p className="num">{[monthName(month, texts), note].filter(Boolean).join(' · ')}</p>
      </div>
      <MonthPicker month={month} onChange={onMonth} />
      <SaveMenu href={(format) => `/api/v1/reports/sla-compliance/export?month=${month}&format=${format}`} />
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} className={c.noPrint}>
        {t('reports.print')}
      </Button>
    </header>
  );
}

/** SLA compliance of a month: both figures, their parts, what is not counted, what was restated, and the honest view beside it. */
export function CompliancePage() {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate();
  const month = search.month ?? currentMonth();
  const by: AnyBy = search.by ?? 'kind';
  const compliance = useQuery(complianceQuery(month, by));
  const honesty = useQuery(honestyQuery(month, by === 'kind' ? 'priority' : by));
  const error = compliance.error ?? honesty.error;
  if (error) return <FailedPage error={error} reset={() => void Promise.all([compliance.refetch(), honesty.refetch()])} />;
  const change = (part: { month?: string; by?: AnyBy }): void =>
    void navigate({ to: '/reports/compliance', search: { ...search, ...part }, replace: true });
  const { data } = compliance;
  const note = data ? t(data.frozen ? 'sla.frozen' : 'sla.open', { at: dateTime(data.freezeAt) }) : null;
  return (
    <main className={c.page}>
      <ReportTabs month={search.month} />
      <Head month={month} note={note} onMonth={(next) => change({ month: next })} />
      {!data || !honesty.data ? (
        <div role="status" aria-label={t('desk.loading')}>
          <Skeleton height={170} radius={12} mb={16} />
          <Skeleton height={320} radius={12} />
        </div>
      ) : (
        <>
          <BothFigures compliance={data} />
          <Trend trend={data.trend} target={data.target} month={data.month} name={t('compliance.title')} code="KPI-09" />
          <Parts by={by} onBy={(next) => change({ by: next })} compliance={data} />
          <div className={c.halves}>
            <Beside compliance={data} />
            <Restatements compliance={data} />
          </div>
          <Honest honesty={honesty.data} withoutClock={data.counts.withoutClock} by={by === 'kind' ? 'priority' : by} />
        </>
      )}
    </main>
  );
}
