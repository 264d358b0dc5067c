import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import page from '../reports/reports.module.css';
import { ReportTabs } from '../reports/ReportTabs';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { libraryQuery, type ReportSummary } from './library-queries';
import c from './library.module.css';
import { RegisterDialog } from './RegisterDialog';

function Line({ report }: { report: ReportSummary }) {
  const { t } = useTexts();
  return (
    <li data-unpublished={!report.published || undefined}>
      <Link to="/reports/library/$code" params={{ code: report.code }} className={c.line}>
        <span className={c.name}>
          <b>{report.name}</b>
          <small>{report.purpose}</small>
        </span>
        <span className={c.fact}>
          <small>{t('library.audience')}</small>
          {t(`library.audience.${report.audience}`)}
        </span>
        <span className={c.fact}>
          <small>{t('library.cadence')}</small>
          {report.source === 'bi' ? t('library.source.bi') : t(`library.cadence.${report.cadence}`)}
        </span>
        <span className={c.fact}>
          <small>{t('library.owner')}</small>
          {report.owner?.name ?? t('library.noOwner')}
        </span>
        <span className={c.marks}>
          {report.bi && <span className={c.mark}>{t('library.bi')}</span>}
          {!report.published && (
            <span className={c.mark} data-kind="draft">
              {t('library.unpublished')}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** KPI-15 in words: how many reports BI shows, and how many it should. */
function Available({ count, target }: { count: number; target: number | null }) {
  const { t } = useTexts();
  return (
    <p className={c.available}>
      <b className="num">{target === null ? count : t('library.ofTarget', { count: String(count), target: String(target) })}</b>{' '}
      {t('library.available')}{' '}
      {target !== null && <span>{count >= target ? t('library.reached') : t('library.lacking', { missing: String(target - count) })}</span>}
    </p>
  );
}

/** The register of reports: what there is, for whom, how often, and what BI shows. */
export function LibraryPage() {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(libraryQuery);
  const [making, setMaking] = useState(false);
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const [here, elsewhere] = (['desk', 'bi'] as const).map((source) => data?.items.filter((one) => one.source === source) ?? []);
  return (
    <main className={page.page}>
      <ReportTabs />
      <header className={page.head}>
        <div>
          <h1>{t('library.title')}</h1>
          <p>{t('library.lead')}</p>
        </div>
        {data?.abilities.register && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('library.register')}
          </Button>
        )}
      </header>
      {!data && <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />}
      {data && <Available {...data.available} />}
      {data && data.items.length === 0 && <p className={page.nothing}>{t('library.nothing')}</p>}
      {[here, elsewhere].map((reports, at) =>
        reports && reports.length > 0 ? (
          <section key={at} className={page.card} aria-label={t(at === 0 ? 'library.here' : 'library.elsewhere')}>
            <header>
              <div>
                <h2>{t(at === 0 ? 'library.here' : 'library.elsewhere')}</h2>
                <p>{t(at === 0 ? 'library.hereText' : 'library.elsewhereText')}</p>
              </div>
            </header>
            <ul className={c.list}>
              {reports.map((report) => (
                <Line key={report.id} report={report} />
              ))}
            </ul>
          </section>
        ) : null,
      )}
      {making && <RegisterDialog onClose={() => setMaking(false)} />}
    </main>
  );
}
