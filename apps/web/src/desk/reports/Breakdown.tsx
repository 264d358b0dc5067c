import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { BreakdownRow, Kpi } from '../data/types';
import { useTexts } from '../texts';
import { FigureCell } from './FigureCell';
import { floorOf } from './IntervalBar';
import { dimensions, type By } from './report-search';
import c from './reports.module.css';
import tableCss from './table.module.css';

interface Props {
  by: By;
  onBy: (by: By) => void;
  month: string;
  satisfaction: Kpi;
  sla: Kpi;
}

/** Both figures of each key; a key may be missing from one of them. */
function joined(sla: BreakdownRow[], satisfaction: BreakdownRow[]) {
  const keys = new Map<string, { key: string; name: string; sla?: BreakdownRow; satisfaction?: BreakdownRow }>();
  for (const row of sla) keys.set(row.key ?? '', { key: row.key ?? '', name: row.name, sla: row });
  for (const row of satisfaction)
    keys.set(row.key ?? '', { ...(keys.get(row.key ?? '') ?? { key: row.key ?? '', name: row.name }), satisfaction: row });
  return [...keys.values()].sort((a, b) => a.name.localeCompare(b.name, 'lv'));
}

/** Both figures by institution, service or group; small numbers as DOMAIN 5 says. */
export function Breakdown({ by, onBy, month, satisfaction, sla }: Props) {
  const { t } = useTexts();
  const id = useId();
  const floors = { sla: floorOf(sla.rows, sla.target), satisfaction: floorOf(satisfaction.rows, satisfaction.target) };
  const rows = joined(sla.rows, satisfaction.rows);
  return (
    <section className={c.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('breakdown.title')}</h2>
          <p>{t('breakdown.text')}</p>
        </div>
        <SegmentedControl
          size="sm"
          className={c.noPrint}
          aria-label={t('breakdown.by')}
          value={by}
          onChange={(value) => onBy(dimensions.find((one) => one === value) ?? 'institution')}
          data={dimensions.map((one) => ({ value: one, label: t(`breakdown.${one}`) }))}
        />
      </header>
      {rows.length === 0 ? (
        <p className={c.nothing}>{t('breakdown.none')}</p>
      ) : (
        <div className={tableCss.tableScroll}>
          <table className={`${tableCss.table} num`}>
            <caption className="vh">{t('breakdown.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t(`breakdown.${by}`)}</th>
                <th scope="col">{sla.name}</th>
                <th scope="col">{satisfaction.name}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  <td>
                    <FigureCell
                      floor={floors.sla}
                      figure={row.sla}
                      target={sla.target}
                      label={row.name}
                      rows={{ code: 'KPI-09', period: month, by, key: row.key, name: row.name }}
                    />
                  </td>
                  <td>
                    <FigureCell
                      floor={floors.satisfaction}
                      figure={row.satisfaction}
                      target={satisfaction.target}
                      label={row.name}
                      rows={{ code: 'KPI-02', period: month, by, key: row.key, name: row.name }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
