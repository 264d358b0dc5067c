import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconBookmark, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { PeriodPicker } from '../indicators/PeriodPicker';
import { currentMonth, monthName, shifted } from '../reports/months';
import page from '../reports/reports.module.css';
import { ReportTabs } from '../reports/ReportTabs';
import { SaveMenu } from '../reports/SaveMenu';
import { MonthPicker } from '../reports/MonthPicker';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import { DocumentView } from './DocumentView';
import { documentQuery, fileHref, type Report, reportQuery, runQuery } from './library-queries';
import c from './library.module.css';
import { Settings } from './Settings';
import { RunsCard } from './RunsCard';
import { useReportChange } from './use-report-change';

const route = getRouteApi('/reports/library/$code');

/** The latest whole period, as the server takes it where none is named. */
const latestWhole = (kind: 'month' | 'year'): string =>
  kind === 'month' ? shifted(currentMonth(), -1) : String(Number(currentMonth().slice(0, 4)) - 1);

function Period({ report, period }: { report: Report; period: string | undefined }) {
  const navigate = useNavigate();
  if (report.period === null || report.period === 'now') return null;
  const move = (next: string): void =>
    void navigate({ to: '/reports/library/$code', params: { code: report.code }, search: { period: next }, replace: true });
  const shown = period ?? latestWhole(report.period);
  if (report.period === 'month') return <MonthPicker month={shown} onChange={move} />;
  return <PeriodPicker period={shown} onChange={(next) => move(next.slice(0, 4))} />;
}

/** What is shown of a report that is made here: as it is now, or as it was kept. */
function Shown({ report, period, runId }: { report: Report; period: string | undefined; runId: string | undefined }) {
  const { t } = useTexts();
  const now = useQuery({ ...documentQuery(report.code, period), enabled: runId === undefined });
  const kept = useQuery({ ...runQuery(report.code, runId ?? ''), enabled: runId !== undefined });
  const { error, refetch } = runId === undefined ? now : kept;
  const document = runId === undefined ? now.data : kept.data?.document;
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  if (!document) return <Skeleton height={480} radius={12} role="status" aria-label={t('desk.loading')} />;
  return <DocumentView document={document} />;
}

function Head({ report, period, runId }: { report: Report; period: string | undefined; runId: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const navigate = useNavigate();
  const change = useReportChange(report, (kept) => {
    if (kept) void navigate({ to: '/reports/library/$code', params: { code: report.code }, search: { run: kept.id } });
  });
  const kept = useQuery({ ...runQuery(report.code, runId ?? ''), enabled: runId !== undefined });
  const of = kept.data?.period ?? period ?? (report.period === 'month' || report.period === 'year' ? latestWhole(report.period) : '');
  return (
    <>
      <header className={page.head}>
        <div>
          <Link to="/reports/library" className={`${page.backLink} ${page.noPrint}`}>
            <IconArrowLeft size={14} aria-hidden />
            {t('library.title')}
          </Link>
          <h1>{report.name}</h1>
          <p className="num">{of.length === 7 ? monthName(of, texts) : of || report.purpose}</p>
        </div>
        {report.source === 'desk' && (
          <>
            {runId === undefined && <Period report={report} period={period} />}
            <SaveMenu href={(format) => fileHref(report.code, format, { runId, period })} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
              className={page.noPrint}
            >
              {t('reports.print')}
            </Button>
            {report.abilities.keep && runId === undefined && (
              <Button
                leftSection={<IconBookmark size={16} aria-hidden />}
                loading={change.isPending}
                onClick={() => change.mutate({ do: 'keep', period })}
                className={page.noPrint}
              >
                {t('library.keep')}
              </Button>
            )}
          </>
        )}
      </header>
      {change.error && <ProblemNote error={change.error} />}
    </>
  );
}

/** One report: shown, saved, printed, kept, delivered. */
export function ReportPage() {
  const { code } = route.useParams();
  const { period, run } = route.useSearch();
  const { t } = useTexts();
  const { data: report, error, refetch } = useQuery(reportQuery(code));
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  return (
    <main className={page.page}>
      <ReportTabs />
      {!report ? (
        <Skeleton height={480} radius={12} role="status" aria-label={t('desk.loading')} />
      ) : (
        <>
          <Head report={report} period={period} runId={run} />
          <div className={c.sheet}>
            <div className={c.main}>
              {report.source === 'desk' ? (
                <Shown report={report} period={period} runId={run} />
              ) : (
                <section className={page.card} aria-label={t('library.elsewhere')}>
                  <h2>{t('library.where')}</h2>
                  <p className={c.where}>{report.location}</p>
                  <p className={page.quiet}>{t('library.readsViews', { views: report.views.join(', ') })}</p>
                </section>
              )}
            </div>
            <aside className={`${c.aside} ${page.noPrint}`}>
              <Settings report={report} />
              {report.source === 'desk' && <RunsCard code={code} chosen={run} />}
            </aside>
          </div>
        </>
      )}
    </main>
  );
}
