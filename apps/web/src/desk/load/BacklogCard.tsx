import { SegmentedControl } from '@mantine/core';
import { useCallback, useId } from 'react';
import { useFormat } from '../format';
import { monthAxis, tooltip } from '../reports/chart-style';
import type { Draw } from '../reports/Chart';
import { ChartCard } from '../reports/ChartCard';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import { countAxis } from './DaysCard';
import { type Backlog, NONE } from './load-queries';
import c from './load.module.css';
import { type Band, bands, type By, type LoadSearch, parts } from './load-search';
import { RowsLink } from './RowsLink';

const TOKENS: Readonly<Record<Band, string>> = { days0to2: '--h1', days3to7: '--h2', days8to30: '--ch-2', over30: '--ch-bad' };

function useConclusion(backlog: Backlog): string {
  const { t } = useTexts();
  const { number } = useFormat();
  const [first, last] = [backlog.over[0], backlog.over.at(-1)];
  const { n, over30, median } = backlog.whole;
  return [
    t('load.openNow', { count: n, n: number(n) }),
    median !== null && t('load.openMedian', { n: number(Math.round(median)) }),
    over30 > 0 && t('load.openOld', { count: over30, n: number(over30) }),
    first && last && first !== last && t('load.openBefore', { n: number(first.n) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** How much was open at the end of each day, and how old it was. */
export function BacklogChart({ backlog }: { backlog: Backlog }) {
  const { t } = useTexts();
  const { dayMonth, number } = useFormat();
  const conclusion = useConclusion(backlog);
  const name = useCallback((date: string): string => dayMonth(`${date}T10:00:00Z`), [dayMonth]);
  const draw: Draw = useCallback(
    (token) => ({
      grid: { left: 36, right: 8, top: 12, bottom: 26 },
      tooltip: tooltip(token, (value) => (typeof value === 'number' ? number(value) : '–')),
      xAxis: monthAxis(
        token,
        backlog.over.map(({ date }) => name(date)),
        true,
      ),
      yAxis: countAxis(token),
      series: bands.map((band) => ({
        ...{ name: t(`load.band.${band}`), type: 'bar', stack: 'age', barMaxWidth: 34, barCategoryGap: '24%' },
        data: backlog.over.map((moment) => moment[band]),
        // A line between two parts, so that colour is not all that tells them apart; the palest has its own outline.
        itemStyle: { color: token(TOKENS[band]), borderColor: token(band === 'days0to2' ? '--h2' : '--surface'), borderWidth: 1 },
      })),
    }),
    [backlog.over, name, number, t],
  );
  return (
    <ChartCard
      title={t('load.backlog')}
      conclusion={conclusion}
      legend={
        <ul className={reportsCss.legend}>
          {bands.map((band) => (
            <li key={band}>
              <i className={c[band]} aria-hidden />
              {t(`load.band.${band}`)}
            </li>
          ))}
        </ul>
      }
      draw={draw}
      head={[t('load.dayEnd'), t('load.open'), ...bands.map((band) => t(`load.band.${band}`))]}
      rows={backlog.over.map((moment) => [name(moment.date), number(moment.n), ...bands.map((band) => number(moment[band]))])}
    />
  );
}

interface Props {
  backlog: Backlog;
  by: By;
  search: LoadSearch;
  onBy: (by: By) => void;
}

function Row({ row, by, search }: { row: Backlog['parts']['group'][number] } & Pick<Props, 'by' | 'search'>) {
  const { number } = useFormat();
  const { t } = useTexts();
  const part = { rows: 'open', part: by, key: row.id ?? NONE, name: row.name } as const;
  const cell = (count: number, band?: Band) =>
    count === 0 ? (
      <span className={reportsCss.dim}>0</span>
    ) : (
      <RowsLink
        search={search}
        of={{ ...part, ...(band ? { band } : {}) }}
        label={[row.name, band ? t(`load.band.${band}`) : t('load.open')].join(', ')}
      >
        {number(count)}
      </RowsLink>
    );
  return (
    <tr>
      <th scope="row">{row.name}</th>
      <td className={tableCss.right}>{cell(row.n)}</td>
      {bands.map((band) => (
        <td key={band} className={tableCss.right}>
          {cell(row[band], band)}
        </td>
      ))}
      <td className={tableCss.right}>{row.median === null ? '–' : number(Math.round(row.median))}</td>
    </tr>
  );
}

/** What is open now, by group, service or institution; each number opens its tickets. */
export function BacklogTable({ backlog, by, search, onBy }: Props) {
  const { t } = useTexts();
  const id = useId();
  const rows = backlog.parts[by];
  return (
    <section className={`${reportsCss.card} ${c.wide}`} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('load.backlogBy')}</h2>
          <p>{t('load.backlogHow')}</p>
        </div>
        <SegmentedControl
          aria-label={t('load.backlogBy')}
          className={reportsCss.noPrint ?? ''}
          value={by}
          onChange={(next) => onBy(parts.find((one) => one === next) ?? 'group')}
          data={parts.map((one) => ({ value: one, label: t(`indicators.by.${one}`) }))}
        />
      </header>
      {rows.length === 0 ? (
        <p className={reportsCss.nothing}>{t('load.nothingOpen')}</p>
      ) : (
        <div className={tableCss.tableScroll}>
          <table className={`${tableCss.table} num`}>
            <caption className="vh">{t('load.backlogBy')}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`compliance.by.${by}`)}</th>
                <th scope="col" className={tableCss.right}>
                  {t('load.open')}
                </th>
                {bands.map((band) => (
                  <th key={band} scope="col" className={tableCss.right}>
                    {t(`load.bandShort.${band}`)}
                  </th>
                ))}
                <th scope="col" className={tableCss.right}>
                  {t('load.medianDays')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id ?? ''} row={row} by={by} search={search} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
