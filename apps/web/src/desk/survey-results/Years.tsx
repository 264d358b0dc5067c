import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormat } from '../format';
import { floorOf, IntervalBar } from '../reports/IntervalBar';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import type { Result } from './result-queries';
import c from './results.module.css';
import { useInterval } from './use-interval';

/** Did the headline move beyond what chance explains since the year before? */
function useVerdict(): (result: Result) => string {
  const { t } = useTexts();
  return ({ years }) => {
    const [before, now] = [years.at(-2)?.equal, years.at(-1)?.equal];
    if (!before || !now) return t('results.yearsWhy');
    if (now.low > before.high) return t('results.rose');
    return now.high < before.low ? t('results.fell') : t('results.unmoved');
  };
}

/** This campaign beside those that it repeats, as they were published. */
export function Years({ result }: { result: Result }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const interval = useInterval();
  const verdict = useVerdict();
  const id = useId();
  const years = [...result.years].reverse();
  const floor = floorOf(
    years.map(({ equal }) => equal ?? undefined),
    result.target,
  );
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('results.years')}</h2>
          <p>{verdict(result)}</p>
        </div>
      </header>
      <table className={`${tableCss.table} ${c.years} num`}>
        <caption className="vh">{t('results.years')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.year')}</th>
            <th scope="col">{t('results.equal')}</th>
            <th scope="col" className={tableCss.right}>
              {t('results.answers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ campaign, year, equal, answered }) => (
            <tr key={campaign.id}>
              <th scope="row">
                {campaign.id === result.id ? (
                  year
                ) : (
                  <Link to="/reports/surveys/$id/results" params={{ id: campaign.id }} title={campaign.name}>
                    {year}
                  </Link>
                )}
              </th>
              <td>
                {equal ? (
                  <span className={c.year}>
                    <b>{equal.value === null ? t('figure.tooFew') : percent(equal.value)}</b>
                    <IntervalBar figure={equal} target={result.target} width={120} floor={floor} />
                    <small>{interval(equal)}</small>
                  </span>
                ) : (
                  t('figure.none')
                )}
              </td>
              <td className={tableCss.right}>{number(answered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
