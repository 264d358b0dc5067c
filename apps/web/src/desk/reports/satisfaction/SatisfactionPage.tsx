import { Button, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { browserNow } from '../../../shared/format/browser-clock';
import { useMe } from '../../data/session';
import type { ClientSatisfaction, Kpi, Satisfaction } from '../../data/types';
import { useFormat } from '../../format';
import { FailedPage } from '../../shell/Failed';
import { useTexts } from '../../texts';
import { Trend } from '../Trend';
import figureCss from '../figure.module.css';
import { FigureTile } from '../FigureTile';
import { MonthPicker } from '../MonthPicker';
import { currentMonth, monthName } from '../months';
import { kpiQuery } from '../report-queries';
import type { By } from '../report-search';
import { ReportTabs } from '../ReportTabs';
import reportsCss from '../reports.module.css';
import { SaveMenu } from '../SaveMenu';
import { Beside } from './Beside';
import { Clients } from './Clients';
import { GreenBad } from './GreenBad';
import { Parts } from './Parts';
import c from './satisfaction.module.css';
import { clientsQuery, satisfactionQuery } from './satisfaction-queries';
import { Themes } from './Themes';
import { useConclusion } from './use-conclusion';

const route = getRouteApi('/reports/satisfaction');
const DistributionCard = lazy(() => import('../DistributionCard').then((part) => ({ default: part.DistributionCard })));

function Head({ month, kpi, onMonth }: { month: string; kpi: Kpi | undefined; onMonth: (month: string) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime } = useFormat();
  const notes = [
    monthName(month, texts),
    kpi && t('reports.asOf', { at: dateTime(kpi.asOf) }),
    kpi && t('reports.definition', { version: String(kpi.definitionVersion) }),
  ];
  return (
    <header className={reportsCss.head}>
      <div>
        <h1>{t('satisfaction.title')}</h1>
        <p className="num">{notes.filter(Boolean).join(' · ')}</p>
      </div>
      <MonthPicker month={month} onChange={onMonth} />
      <SaveMenu href={(format) => `/api/v1/reports/satisfaction/export?month=${month}&format=${format}`} />
      <Button
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
        className={reportsCss.noPrint}
      >
        {t('reports.print')}
      </Button>
    </header>
  );
}

interface BodyProps {
  month: string;
  by: By;
  onBy: (by: By) => void;
  kpi: Kpi;
  clients: ClientSatisfaction;
  satisfaction: Satisfaction;
}

function Body({ month, by, onBy, kpi, clients, satisfaction }: BodyProps) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const me = useMe();
  const conclusion = useConclusion(kpi, month);
  return (
    <>
      <p className={`${c.said} num`}>{conclusion}</p>
      <section className={figureCss.tiles} aria-label={t('reports.main')}>
        <FigureTile kpi={kpi} code="KPI-02" month={month} from="satisfaction" />
        <Clients clients={clients} />
        <Beside kpi={kpi} />
      </section>
      <div className={reportsCss.charts}>
        <Trend trend={kpi.trend} target={kpi.target} month={month} name={kpi.name} code="KPI-02" tall />
        <Suspense fallback={<Skeleton height={300} radius={12} />}>
          <DistributionCard kpi={kpi} />
        </Suspense>
      </div>
      <Parts by={by} onBy={onBy} month={month} kpi={kpi} />
      <GreenBad satisfaction={satisfaction} />
      <Themes satisfaction={satisfaction} />
      <p className={c.printed}>{t('satisfaction.printed', { at: dateTime(browserNow()), name: me.name })}</p>
    </>
  );
}

/** Are people satisfied, where not, and why: both headlines, months, parts, kept promises that disappointed, and what people write. */
export function SatisfactionPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const month = search.month ?? currentMonth();
  const by: By = search.by ?? 'institution';
  const kpi = useQuery(kpiQuery('KPI-02', month, by));
  const clients = useQuery(clientsQuery(month.slice(0, 4)));
  const satisfaction = useQuery(satisfactionQuery(month));
  const queries = [kpi, clients, satisfaction];
  const error = queries.find((query) => query.error)?.error;
  if (error) return <FailedPage error={error} reset={() => void Promise.all(queries.map((query) => query.refetch()))} />;
  const change = (part: { month?: string; by?: By }): void =>
    void navigate({ to: '/reports/satisfaction', search: { ...search, ...part }, replace: true });
  return (
    <main className={reportsCss.page}>
      <ReportTabs month={search.month} />
      <Head month={month} kpi={kpi.data} onMonth={(next) => change({ month: next })} />
      {!kpi.data || !clients.data || !satisfaction.data ? (
        <div role="status" aria-label={t('desk.loading')}>
          <Skeleton height={170} radius={12} mb={16} />
          <Skeleton height={320} radius={12} />
        </div>
      ) : (
        <Body
          month={month}
          by={by}
          onBy={(next) => change({ by: next })}
          kpi={kpi.data}
          clients={clients.data}
          satisfaction={satisfaction.data}
        />
      )}
    </main>
  );
}
