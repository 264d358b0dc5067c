import { useId } from 'react';
import type { BreakdownRow, Compliance } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { FigureCell } from './FigureCell';
import { floorOf } from './IntervalBar';
import c from './table.module.css';
import reportsCss from './reports.module.css';

interface TableProps {
  rows: BreakdownRow[];
  by: 'kind' | 'priority';
  month: string;
  target: number | null;
}

function DetailTable({ rows, by, month, target }: TableProps) {
  const { t } = useTexts();
  const floor = floorOf(rows, target);
  return (
    <table className={`${c.table} num`}>
      <caption className="vh">{t(`sla.by.${by}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`sla.by.${by}`)}</th>
          <th scope="col">{t('reports.slaShort')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key ?? ''}>
            <th scope="row">{row.name}</th>
            <td>
              <FigureCell
                figure={row}
                target={target}
                floor={floor}
                label={row.name}
                rows={{ code: 'KPI-09', period: month, by, key: row.key ?? '', name: row.name }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** SLA compliance of the month by kind of clock and priority, what is counted and what is not (DOMAIN 4.6). */
export function ComplianceDetail({ compliance, target }: { compliance: Compliance; target: number | null }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const id = useId();
  const { month, byKind, rows, frozen, freezeAt, openBreached, pausedUndecided, excluded } = compliance;
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('sla.detailTitle')}</h2>
          <p className="num">{t(frozen ? 'sla.frozen' : 'sla.open', { at: dateTime(freezeAt) })}</p>
        </div>
      </header>
      <div className={c.twoTables}>
        <DetailTable rows={byKind} by="kind" month={month} target={target} />
        <DetailTable rows={rows} by="priority" month={month} target={target} />
      </div>
      <ul className={`${c.counted} num`}>
        <li>{t('sla.openBreached', { count: openBreached })}</li>
        <li>{t('sla.paused', { count: pausedUndecided })}</li>
        <li>{t('sla.excluded', { count: excluded })}</li>
      </ul>
    </section>
  );
}
