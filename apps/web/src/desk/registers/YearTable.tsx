import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormat } from '../format';
import { floorOf, IntervalBar } from '../reports/IntervalBar';
import { StatusMark } from '../reports/StatusMark';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useFigureWords } from '../reports/use-figure-words';
import { useTexts } from '../texts';
import type { RecommendationYear } from './register-queries';
import type { RecommendationsSearch } from './registers-search';
import c from './registers.module.css';

/** A number that opens its rows; nothing to open where it is none. */
function Count({ n, search, label }: { n: number; search: RecommendationsSearch; label: string }) {
  const { t } = useTexts();
  const { number } = useFormat();
  if (n === 0) return <span className={reportsCss.dim}>0</span>;
  return (
    <Link to="/reports/recommendations" search={search} aria-label={t('figure.open', { figure: number(n), label })}>
      {number(n)}
    </Link>
  );
}

/** What the latest judged year comes to, in a sentence. */
function useConclusion(years: readonly RecommendationYear[]): string {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const last = years.findLast(({ figure }) => (figure.denominator ?? 0) > 0);
  if (!last) return t('registers.years.none');
  const { figure, strict, unverified, year } = last;
  const missed = (figure.denominator ?? 0) - (figure.numerator ?? 0);
  const share = figure.value === null ? '' : ` (${percent(figure.value)})`;
  return [
    t('registers.years.sentence', { year: String(year), hits: number(figure.numerator ?? 0), n: number(figure.denominator ?? 0), share }),
    missed > 0 && t('registers.years.missedSentence', { n: number(missed) }),
    unverified > 0 && t('registers.years.unverified', { n: number(unverified) }),
    (strict.numerator !== figure.numerator || strict.denominator !== figure.denominator) &&
      t('registers.years.strict', { hits: number(strict.numerator ?? 0), n: number(strict.denominator ?? 0) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** KPI-14 by years: the figure with its interval and target, the strict one beside it; each number opens its rows. */
export function YearTable({ years, dataAt }: { years: readonly RecommendationYear[]; dataAt: string }) {
  const { t } = useTexts();
  const { percent, dateTime } = useFormat();
  const words = useFigureWords();
  const id = useId();
  const conclusion = useConclusion(years);
  const floor = Math.min(...years.map(({ figure, target }) => floorOf([figure], target)));
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('registers.years.title')}</h2>
          <p>{conclusion}</p>
        </div>
      </header>
      <div className={tableCss.tableScroll}>
        <table className={`${tableCss.table} ${c.years} num`}>
          <thead>
            <tr>
              {(['year', 'figure', 'target', 'inTime', 'missed', 'later', 'strictly'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`registers.years.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...years].reverse().map(({ year, figure, strict, target, notDueYet }) => {
              const said = words(figure, 'KPI-14' as never);
              return (
                <tr key={year}>
                  <th scope="row">
                    <Link to="/reports/recommendations" search={{ year }}>
                      {year}
                    </Link>
                  </th>
                  <td>
                    <span className={c.figure}>
                      <b>{figure.display === 'none' ? '–' : said.main}</b>
                      <IntervalBar figure={figure} target={target} floor={floor} width={120} />
                      <StatusMark status={figure.status} brief />
                    </span>
                    {(said.interval ?? said.remark) && <small>{[said.interval, said.remark].filter(Boolean).join(' · ')}</small>}
                  </td>
                  <td>{target === null ? '–' : percent(target, 0)}</td>
                  <td>
                    <Count
                      n={figure.numerator ?? 0}
                      search={{ year, outcome: 'in_time' }}
                      label={`${year}: ${t('registers.years.inTime_')}`}
                    />
                  </td>
                  <td>
                    <Count
                      n={(figure.denominator ?? 0) - (figure.numerator ?? 0)}
                      search={{ year, outcome: 'not_in_time' }}
                      label={`${year}: ${t('registers.years.missed_')}`}
                    />
                  </td>
                  <td>
                    <Count n={notDueYet} search={{ year, outcome: 'not_due_yet' }} label={`${year}: ${t('registers.years.later')}`} />
                  </td>
                  <td>
                    {(strict.denominator ?? 0) === 0 ? (
                      '–'
                    ) : (
                      <Link to="/reports/recommendations" search={{ year, basis: 'strict' }}>
                        {words(strict, 'KPI-14' as never).main}
                      </Link>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={c.source}>{t('registers.years.source', { at: dateTime(dataAt) })}</p>
    </section>
  );
}
