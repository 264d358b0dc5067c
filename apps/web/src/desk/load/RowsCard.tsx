import { Button, CloseButton, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { problemText } from '../../shared/api/problem';
import type { Weekday } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import indicatorsCss from '../indicators/indicators.module.css';
import reportsCss from '../reports/reports.module.css';
import rowsCss from '../reports/rows.module.css';
import tableCss from '../reports/table.module.css';
import { TicketCell } from '../reports/TicketCell';
import { useTexts } from '../texts';
import { loadRowsQuery, type Wanted } from './load-queries';
import type { RowsOf } from './load-search';

/** Which rows these are, in words. */
function useName({ rows, weekday, hour, day, band, name }: RowsOf): string {
  const { t } = useTexts();
  const { date } = useFormat();
  return [
    t(`load.${rows}`),
    name,
    weekday && t(`weekday.name.${weekday as Weekday}`),
    hour !== undefined && t('load.hourName', { from: hour, to: hour + 1 }),
    day && date(`${day}T10:00:00Z`),
    band && t(`load.band.${band}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The very tickets that a figure counts, by the same part and days. */
export function RowsCard({ wanted, of, onClose }: { wanted: Wanted; of: RowsOf; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime, number } = useFormat();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const query = useInfiniteQuery(loadRowsQuery(wanted, of));
  const name = useName(of);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <section ref={card} className={`${reportsCss.card} ${indicatorsCss.rows}`} aria-labelledby={id} tabIndex={-1}>
      <header>
        <div>
          <h2 id={id}>{t('load.rows')}</h2>
          <p>{name}</p>
        </div>
        <CloseButton aria-label={t('indicators.rowsClose')} onClick={onClose} />
      </header>
      {query.isPending && <Skeleton height={160} />}
      {query.error && (
        <p role="alert" className={reportsCss.nothing}>
          {problemText(texts, query.error)}
        </p>
      )}
      {query.data && rows.length === 0 && <p className={reportsCss.nothing}>{t('indicators.rowsNone')}</p>}
      {rows.length > 0 && (
        <table className={`${tableCss.table} ${rowsCss.rows} num`}>
          <caption className="vh">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('indicators.row.ticket')}</th>
              <th scope="col">{t('indicators.row.at')}</th>
              <th scope="col">{t('compliance.by.group')}</th>
              {of.rows === 'open' && <th scope="col">{t('load.age')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: rowId, ticket, at, group, days }) => (
              <tr key={rowId}>
                <th scope="row">
                  <TicketCell ticket={ticket} />
                </th>
                <td data-label={t('indicators.row.at')} className={tableCss.nowrap}>
                  {dateTime(at)}
                </td>
                <td data-label={t('compliance.by.group')}>{group ?? '–'}</td>
                {days !== null && (
                  <td data-label={t('load.age')} className={tableCss.nowrap}>
                    {t('indicators.days', { count: days, n: number(days) })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.hasNextPage && (
        <Button
          variant="subtle"
          mt={8}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
          className={reportsCss.noPrint ?? ''}
        >
          {t('indicators.rowsMore')}
        </Button>
      )}
    </section>
  );
}
