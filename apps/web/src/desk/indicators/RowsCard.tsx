import { Button, CloseButton, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { problemText } from '../../shared/api/problem';
import type { KpiRow } from '../data/types';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import rowsCss from '../reports/rows.module.css';
import tableCss from '../reports/table.module.css';
import { TicketCell } from '../reports/TicketCell';
import { useTexts } from '../texts';
import c from './indicators.module.css';
import { indicatorRowsQuery } from './indicator-queries';
import { type IndicatorCode, isOfChanges, type Layout } from './indicator-search';
import { useLengthWords, useValueWords } from './use-value-words';

type Change = NonNullable<KpiRow['change']>;

/** What an indicator of changes counts of one of them. */
function useChangeWords(code: IndicatorCode): (change: Change, counted: Pick<KpiRow, 'hit' | 'seconds'>) => string {
  const { t } = useTexts();
  const { number } = useFormat();
  const length = useLengthWords();
  return ({ kind, outcome, incidents }, { hit, seconds }) => {
    const caused = incidents > 0 ? [t('indicators.change.incidents', { count: incidents, n: number(incidents) })] : [];
    const said: Partial<Record<IndicatorCode, string[]>> = {
      'KPI-10': [t(`indicators.change.${outcome}`), ...caused],
      'CHG-LEAD': [length(seconds ?? 0, 'elapsed')],
      'CHG-CONFLICT': [t(hit ? 'indicators.change.conflict' : 'indicators.change.noConflict')],
      'CHG-INCIDENT': caused.length > 0 ? caused : [t('indicators.change.noIncident')],
    };
    return [...(said[code] ?? []), t(`indicators.change.${kind}`)].join(' · ');
  };
}

/** What the figure counts of a row, in words. */
function useRowWords(code: IndicatorCode): (row: KpiRow) => string {
  const { t } = useTexts();
  const { brief, number } = useFormat();
  const words = useValueWords();
  const ofChange = useChangeWords(code);
  return ({ hit, seconds, days, clock, rating, figure, change }) => {
    if (change) return ofChange(change, { hit, seconds });
    if (figure) {
      const { main, beside } = words(figure, { unit: 'percent', code });
      return [main, ...beside].join(' · ');
    }
    if (seconds !== null) return brief(seconds);
    if (days !== null) return t('indicators.days', { count: days, n: number(days) });
    if (rating !== null) return t(`indicators.rating.${rating}`);
    if (clock) return t(`indicators.outcome.${clock.outcome}`);
    const reopenings = code === 'KPI-08';
    return hit
      ? t(reopenings ? 'indicators.hit.KPI-08' : 'indicators.hit.KPI-04')
      : t(reopenings ? 'indicators.miss.KPI-08' : 'indicators.miss.KPI-04');
  };
}

interface Props {
  code: IndicatorCode;
  period: string;
  by: Layout;
  rowsKey: string;
  /** Which part these are the rows of. */
  name: string;
  onClose: () => void;
}

/** The very rows that a figure counts, by the query that counted them. */
export function RowsCard({ code, period, by, rowsKey, name, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime } = useFormat();
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const query = useInfiniteQuery(indicatorRowsQuery(code, period, by, rowsKey));
  const says = useRowWords(code);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  useEffect(() => {
    card.current?.scrollIntoView({ block: 'nearest' });
    card.current?.focus({ preventScroll: true });
  }, [code, period, by, rowsKey]);
  return (
    <section ref={card} className={`${reportsCss.card} ${c.rows}`} aria-labelledby={id} tabIndex={-1}>
      <header>
        <div>
          <h2 id={id}>{t('indicators.rowsTitle')}</h2>
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
              <th scope="col">
                {t(
                  code === 'KPI-01' ? 'indicators.row.institution' : isOfChanges(code) ? 'indicators.row.change' : 'indicators.row.ticket',
                )}
              </th>
              <th scope="col">{t('indicators.row.at')}</th>
              <th scope="col">{t('indicators.row.says')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.institution ? row.institution.name : <TicketCell ticket={row.ticket} />}</th>
                <td data-label={t('indicators.row.at')} className={tableCss.nowrap}>
                  {dateTime(row.at)}
                </td>
                <td data-label={t('indicators.row.says')} className={tableCss.nowrap}>
                  {says(row)}
                </td>
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
