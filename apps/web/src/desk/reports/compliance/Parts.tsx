import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { Compliance } from '../../data/types';
import { useTexts } from '../../texts';
import { FigureCell } from '../FigureCell';
import { floorOf } from '../IntervalBar';
import { type AnyBy, rowDimensions } from '../report-search';
import reportsCss from '../reports.module.css';
import tableCss from '../table.module.css';
import c from './compliance.module.css';

interface Props {
  by: AnyBy;
  onBy: (by: AnyBy) => void;
  compliance: Compliance;
}

const promised = ['response', 'resolution'];

/** Both figures of each part; kinds beside the promised ones stand apart and have no target. */
export function Parts({ by, onBy, compliance }: Props) {
  const { t } = useTexts();
  const id = useId();
  const { month, target } = compliance;
  const rows = by === 'kind' ? compliance.byKind : compliance.rows;
  const floor = floorOf(
    rows.flatMap((row) => [row, row.agreed]),
    target,
  );
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header className={c.partsHead}>
        <div>
          <h2 id={id}>{t('compliance.breakdown')}</h2>
          <p>{t('compliance.breakdownWhy')}</p>
        </div>
        <SegmentedControl
          size="sm"
          className={`${reportsCss.noPrint} ${c.dimensions}`}
          aria-label={t('compliance.by')}
          value={by}
          onChange={(value) => onBy(rowDimensions.find((one) => one === value) ?? 'kind')}
          data={rowDimensions.map((one) => ({ value: one, label: t(`compliance.by.${one}`) }))}
        />
      </header>
      {rows.length === 0 ? (
        <p className={reportsCss.nothing}>{t('breakdown.none')}</p>
      ) : (
        <table className={`${tableCss.table} ${c.parts} num`}>
          <caption className="vh">{t('compliance.breakdown')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`compliance.by.${by}`)}</th>
              <th scope="col">{t('compliance.amended')}</th>
              <th scope="col">{t('compliance.agreed')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const apart = by === 'kind' && !promised.includes(row.key ?? '');
              const search = {
                code: 'KPI-09' as const,
                period: month,
                by,
                key: row.key ?? '',
                name: row.name,
                from: 'compliance' as const,
              };
              return (
                <tr key={row.key ?? ''}>
                  <th scope="row">
                    {row.name}
                    {apart && <small>{t('compliance.otherKinds')}</small>}
                  </th>
                  <td data-label={t('compliance.amendedShort')}>
                    <FigureCell figure={row} target={apart ? null : target} label={row.name} floor={floor} rows={search} />
                  </td>
                  <td data-label={t('compliance.agreedShort')}>
                    <FigureCell
                      figure={row.agreed}
                      target={apart ? null : target}
                      label={row.name}
                      floor={floor}
                      rows={{ ...search, as: 'agreed' }}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
