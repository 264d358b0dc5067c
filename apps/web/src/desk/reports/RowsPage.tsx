import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconCheck, IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../shared/api/api';
import { useRight } from '../data/session';
import type { KpiRow } from '../data/types';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { currentMonth, monthName } from './months';
import type { RowsSearch } from './report-search';
import c from './reports.module.css';
import tableCss from './table.module.css';
import figureCss from './figure.module.css';

const route = getRouteApi('/reports/rows');
/** How the API names the rows whose key stands for nothing: no service, no group, no priority. */
const KEYLESS = { priority: '0', id: '00000000-0000-0000-0000-000000000000' };
const values = ['bad', 'satisfactory', 'good'] as const;
const faces = { bad: IconMoodSad, satisfactory: IconMoodEmpty, good: IconMoodSmile };

function useRows({ code, period, by, key }: RowsSearch) {
  return useInfiniteQuery({
    queryKey: ['kpi-rows', code, period, by, key],
    queryFn: ({ pageParam }) => {
      const cell = by ? { by, key: key || KEYLESS[by === 'priority' ? 'priority' : 'id'] } : {};
      const query = { period: period ?? currentMonth(), ...cell, ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/kpis/{code}/rows', { params: { path: { code }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/** Number and title, as a way to the ticket where the person may see it. */
function TicketCell({ row }: { row: KpiRow }) {
  const { t } = useTexts();
  const desk = useRight('ticket.desk');
  if (!row.ticket) return <span className={c.dim}>{t('rows.notYours')}</span>;
  const { number, title } = row.ticket;
  return (
    <>
      {desk ? (
        <Link to="/desk/tickets/$number" params={{ number }} search={{ view: 'all' }}>
          {number}
        </Link>
      ) : (
        <span>{number}</span>
      )}{' '}
      {title}
    </>
  );
}

function Outcome({ row }: { row: KpiRow }) {
  const { t } = useTexts();
  const value = values.find((one) => one === row.rating);
  if (value) {
    const Face = faces[value];
    return (
      <span className={figureCss.outcome} data-good={value !== 'bad'}>
        <Face size={17} aria-hidden /> {t(`rating.${value}`)}
      </span>
    );
  }
  const met = row.clock?.outcome === 'met';
  const Sign = met ? IconCheck : IconAlertTriangle;
  return (
    <span className={figureCss.outcome} data-good={met}>
      <Sign size={16} aria-hidden /> {t(met ? 'rows.met' : 'rows.breached')}
    </span>
  );
}

function Rows({ rows, ratings }: { rows: KpiRow[]; ratings: boolean }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  return (
    <table className={`${tableCss.table} num`}>
      <caption className="vh">{t('rows.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(ratings ? 'rows.ratedAt' : 'rows.decidedAt')}</th>
          <th scope="col">{t('rows.ticket')}</th>
          {!ratings && <th scope="col">{t('sla.by.kind')}</th>}
          <th scope="col">{t(ratings ? 'rows.rating' : 'rows.outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className={tableCss.nowrap}>{dateTime(row.at)}</td>
            <td>
              <TicketCell row={row} />
            </td>
            {!ratings && (
              <td className={tableCss.nowrap}>
                {row.clock && t(row.clock.kind === 'response' ? 'desk.clock.response' : 'desk.clock.resolution')}
                {row.clock && ` · P${row.clock.priority}`}
              </td>
            )}
            <td className={tableCss.nowrap}>
              <Outcome row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The very rows that a figure counts. */
export function RowsPage() {
  const texts = useTexts();
  const { t } = texts;
  const search = route.useSearch();
  const query = useRows(search);
  const month = search.period ?? currentMonth();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  const ratings = search.code === 'KPI-02';
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  return (
    <main className={c.page}>
      <header className={c.head}>
        <div>
          <Link to="/reports" search={{ month }} className={c.backLink}>
            <IconArrowLeft size={15} aria-hidden /> {t('reports.title')}
          </Link>
          <h1>{t(ratings ? 'rows.ratings' : 'rows.clocks')}</h1>
          <p>{[monthName(month, texts), search.name].filter(Boolean).join(' · ')}</p>
        </div>
      </header>
      <section className={c.card}>
        {query.isPending && <Skeleton height={260} />}
        {query.data && rows.length === 0 && <p className={c.nothing}>{t('rows.none')}</p>}
        {rows.length > 0 && (
          <div className={tableCss.tableScroll}>
            <Rows rows={rows} ratings={ratings} />
          </div>
        )}
        {query.hasNextPage && (
          <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('rows.more')}
          </Button>
        )}
      </section>
    </main>
  );
}
