import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { BreakdownRow, Kpi } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { FigureCell } from '../FigureCell';
import { floorOf } from '../IntervalBar';
import { extraOf } from '../ratings';
import { type By, dimensions } from '../report-search';
import reportsCss from '../reports.module.css';
import tableCss from '../table.module.css';
import c from './satisfaction.module.css';
import { SpreadBar } from './SpreadBar';

interface Props {
  by: By;
  onBy: (by: By) => void;
  month: string;
  kpi: Kpi;
}

function Response({ row }: { row: BreakdownRow }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const of = (name: string): number | null => extraOf(row, name);
  const [share, ratedTickets, resolvedTickets] = [of('responseShare'), of('ratedTickets'), of('resolvedTickets')];
  if (ratedTickets === null || resolvedTickets === null || resolvedTickets === 0) return <span className={c.none}>–</span>;
  const counts = t('figure.counts', { hits: number(ratedTickets), n: number(resolvedTickets) });
  return share === null ? (
    <span>{counts}</span>
  ) : (
    <span>
      {percent(share, 0)} <small className={c.none}>{counts}</small>
    </span>
  );
}

/** KPI-02 by institution, service or group, with how people answered and how many did. Rows stand by name: intervals overlap, nobody is ranked. */
export function Parts({ by, onBy, month, kpi }: Props) {
  const { t } = useTexts();
  const id = useId();
  const floor = floorOf(kpi.rows, kpi.target);
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header className={c.wraps}>
        <div>
          <h2 id={id}>{t('satisfaction.parts')}</h2>
          <p>{t('satisfaction.partsWhy')}</p>
        </div>
        <SegmentedControl
          size="sm"
          className={reportsCss.noPrint}
          aria-label={t('breakdown.by')}
          value={by}
          onChange={(value) => onBy(dimensions.find((one) => one === value) ?? 'institution')}
          data={dimensions.map((one) => ({ value: one, label: t(`breakdown.${one}`) }))}
        />
      </header>
      {kpi.rows.length === 0 ? (
        <p className={reportsCss.nothing}>{t('breakdown.none')}</p>
      ) : (
        <table className={`${tableCss.table} ${c.parts} num`}>
          <caption className="vh">{t('satisfaction.parts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`breakdown.${by}`)}</th>
              <th scope="col">{t('satisfaction.satisfied')}</th>
              <th scope="col">{t('satisfaction.answers')}</th>
              <th scope="col">{t('satisfaction.responseShort')}</th>
            </tr>
          </thead>
          <tbody>
            {kpi.rows.map((row) => (
              <tr key={row.key ?? ''} data-hidden={row.display === 'hidden' || undefined}>
                <th scope="row">{row.name}</th>
                <td data-label={t('satisfaction.satisfied')}>
                  <FigureCell
                    figure={row}
                    target={kpi.target}
                    floor={floor}
                    label={row.name}
                    rows={{ code: 'KPI-02', period: month, by, key: row.key ?? '', name: row.name, from: 'satisfaction' }}
                  />
                </td>
                <td data-label={t('satisfaction.answers')}>
                  <SpreadBar figure={row} />
                </td>
                <td data-label={t('satisfaction.responseShort')}>
                  <Response row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
