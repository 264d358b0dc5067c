import { Fragment } from 'react';
import { useTexts } from '../texts';
import { IndicatorRow } from './IndicatorRow';
import type { Scorecard } from './scorecard-queries';
import type { ScorecardSearch } from './scorecard-search';
import c from './score-table.module.css';

/** Goals and indicators with target and value of each year. */
export function ScorecardTable({ scorecard, search }: { scorecard: Scorecard; search: ScorecardSearch }) {
  const { t } = useTexts();
  const { columns, year, goals, firstYear } = scorecard;
  const width = 5 + columns.length * 2;
  return (
    <div className={c.scroll}>
      <table className={`${c.table} num`}>
        <caption className="vh">{t('scorecard.caption', { name: scorecard.name, year: String(year) })}</caption>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('scorecard.goalAndIndicator')}
            </th>
            <th rowSpan={2} scope="col" className={c.right}>
              {t('scorecard.baseline')}
              <br />
              {firstYear - 1}
            </th>
            {columns.map((one) => (
              <th key={one} colSpan={2} scope="colgroup" className={`${c.year} ${c.middle}`} data-now={one === year || undefined}>
                {one}
              </th>
            ))}
            <th rowSpan={2} scope="col" data-now>
              {t('scorecard.interval')}
              <br />
              {t('scorecard.andTarget')}
            </th>
            <th rowSpan={2} scope="col" data-now>
              {t('scorecard.status')}
            </th>
            <th rowSpan={2} scope="col">
              {t('scorecard.tendency')}
            </th>
          </tr>
          <tr>
            {columns.map((one) => (
              <Fragment key={one}>
                <th scope="col" className={`${c.year} ${c.right}`} data-now={one === year || undefined}>
                  {t('scorecard.target')}
                </th>
                <th scope="col" className={c.right} data-now={one === year || undefined}>
                  {t('scorecard.value')}
                </th>
              </Fragment>
            ))}
          </tr>
        </thead>
        {goals.map((top) => (
          <tbody key={top.id}>
            <tr>
              <th scope="rowgroup" colSpan={width}>
                <div className={c.band}>
                  {top.name}
                  <small title={top.goals.map(({ name }) => name).join(' · ')}>{top.goals.map(({ name }) => name).join(' · ')}</small>
                </div>
              </th>
            </tr>
            {top.goals.flatMap((goal) =>
              goal.indicators.map((indicator) => <IndicatorRow key={indicator.id} indicator={indicator} search={search} />),
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
