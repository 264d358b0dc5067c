import { Button, Skeleton } from '@mantine/core';
import { IconChevronRight, IconDeviceTv, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useRight } from '../data/session';
import { RecountPanel } from '../recount/RecountPanel';
import { currentMonth, monthName } from '../reports/months';
import reportsCss from '../reports/reports.module.css';
import { ReportTabs } from '../reports/ReportTabs';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { Bands } from './Bands';
import { BreakdownCard } from './BreakdownCard';
import { EditionsCard } from './EditionsCard';
import { IndicatorList } from './IndicatorList';
import { indicatorQuery, indicatorsQuery } from './indicator-queries';
import { ALL_ROWS, type IndicatorCode, type IndicatorSearch, type Layout } from './indicator-search';
import c from './indicators.module.css';
import { PeriodPicker } from './PeriodPicker';
import { RowsCard } from './RowsCard';

const route = getRouteApi('/reports/indicators');
const TrendChart = lazy(() => import('./TrendChart').then((part) => ({ default: part.TrendChart })));

function Head({ period, onPeriod }: { period: string; onPeriod: (period: string) => void }) {
  const { t } = useTexts();
  const wall = useRight('wall.read');
  return (
    <header className={reportsCss.head}>
      <div>
        <h1>{t('indicators.title')}</h1>
        <p>{t('indicators.text')}</p>
      </div>
      <PeriodPicker period={period} onChange={onPeriod} />
      {wall && (
        <Button
          renderRoot={(props) => <Link to="/desk/wall" {...props} />}
          variant="default"
          leftSection={<IconDeviceTv size={16} aria-hidden />}
          className={reportsCss.noPrint ?? ''}
        >
          {t('wall.open')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
        className={reportsCss.noPrint ?? ''}
      >
        {t('reports.print')}
      </Button>
    </header>
  );
}

/** KPI-01 is laid out by institution alone; the others by what was chosen, a year else by its months. */
function layoutOf(code: IndicatorCode, chosen: Layout | undefined, period: string): Layout {
  if (code === 'KPI-01') return 'institution';
  return chosen ?? (period.length === 4 ? 'month' : 'institution');
}

/** One indicator: its way here, its parts, how it is counted, and the rows behind whatever was chosen. */
function Detail({ search, period }: { search: IndicatorSearch; period: string }) {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const code = search.code ?? 'KPI-09';
  const by = layoutOf(code, search.by, period);
  const { data, error, refetch } = useQuery(indicatorQuery(code, period, by));
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  if (data?.code !== code) return <Skeleton height={320} radius={12} />;
  const { rows, name: _, ...whole } = search;
  const change = (part: IndicatorSearch): void =>
    void navigate({ to: '/reports/indicators', search: { ...whole, ...part }, replace: true, resetScroll: false });
  const when = data.period.length === 4 ? data.period : monthName(data.period, texts);
  return (
    <section className={c.detail} aria-label={data.name}>
      <h2 className={c.detailHead}>
        {data.name} <small className="num">{code}</small>
        {data.overall.display !== 'hidden' && data.overall.display !== 'none' && (
          <Link to="/reports/indicators" search={{ ...whole, rows: ALL_ROWS }} replace resetScroll={false} className={reportsCss.noPrint}>
            {t('indicators.rows')}
            <IconChevronRight size={15} aria-hidden />
          </Link>
        )}
      </h2>
      <div className={reportsCss.halves}>
        <Suspense fallback={<Skeleton height={320} radius={12} />}>
          <TrendChart indicator={data} />
        </Suspense>
        {data.unit === 'days' ? <Bands overall={data.overall} /> : <EditionsCard indicator={data} />}
      </div>
      <BreakdownCard indicator={data} by={by} search={whole} onBy={(next) => change({ by: next })} />
      {rows !== undefined && (
        <RowsCard
          code={code}
          period={period}
          by={by}
          rowsKey={rows}
          name={[data.name, when, search.name].filter(Boolean).join(' · ')}
          onClose={() => change({})}
        />
      )}
      {data.unit === 'days' && <EditionsCard indicator={data} />}
    </section>
  );
}

/** All indicators with target, n, interval or median, trend; one of them in depth, down to its rows. */
export function IndicatorsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const period = search.period ?? currentMonth();
  const { data, error, refetch } = useQuery(indicatorsQuery(period));
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const { code } = search;
  const move = (next: string): void =>
    void navigate({ to: '/reports/indicators', search: { ...(code ? { code } : {}), period: next }, replace: true });
  return (
    <main className={reportsCss.page}>
      <ReportTabs month={period.length === 4 ? undefined : search.period} />
      <Head period={period} onPeriod={move} />
      {data ? <IndicatorList items={data.items} chosen={code ?? 'KPI-09'} search={search} /> : <Skeleton height={420} radius={12} />}
      <Detail search={search} period={period} />
      <RecountPanel />
    </main>
  );
}
