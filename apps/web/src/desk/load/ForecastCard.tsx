import { useId } from 'react';
import type { Weekday } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import type { Forecast } from './load-queries';
import c from './load.module.css';

type Found = NonNullable<Forecast['forecast']>;
type Day = Found['days'][number];

/** A day as a column: the expected number, the bounds as a bar around it. */
function Column({ day, most }: { day: Day; most: number }) {
  const y = (value: number): number => 100 - (value / most) * 100;
  const { expected, low, high } = day;
  return (
    <svg className={c.column} viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden>
      <rect x="9" width="22" y={y(expected)} height={100 - y(expected)} rx="1.5" className={c.expected} />
      {low !== null && high !== null && (
        <rect x="18.5" width="3" rx="1.5" y={y(high)} height={Math.max(2, y(low) - y(high))} className={c.bounds} />
      )}
    </svg>
  );
}

function Days({ days }: Pick<Found, 'days'>) {
  const { t } = useTexts();
  const { number, dayMonth } = useFormat();
  const most = Math.max(1, ...days.map(({ expected, high }) => high ?? expected));
  return (
    <ol className={`${c.days} num`}>
      {days.map((day) => {
        const { date, weekday, expected, low, high, working, personHours } = day;
        const bounds =
          low !== null && high !== null ? t('load.bounds', { low: number(Math.round(low)), high: number(Math.round(high)) }) : '';
        return (
          <li key={date} data-free={!working || undefined}>
            <Column day={day} most={most} />
            <b>{number(expected, expected < 10 ? 1 : 0)}</b>
            <span>{bounds}</span>
            <span className={c.date}>
              <span>{t(`weekday.short.${weekday as Weekday}`)}</span> <span>{dayMonth(`${date}T10:00:00Z`)}</span>
            </span>
            <span className={c.faint}>
              {personHours !== null && personHours > 0
                ? t('load.personHours', { n: number(personHours, 0) })
                : t(working ? 'load.workingDay' : 'load.freeDay')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Tried({ tried, error }: Found) {
  const { t } = useTexts();
  const { number, dayMonth, percent } = useFormat();
  const off = (expected: number, arrived: number): string =>
    arrived > 0 ? percent((100 * (expected - arrived)) / arrived, 0).replace('-', '\u2212') : '–';
  return (
    <div className={c.tried}>
      <h3>{t('load.tried')}</h3>
      {error?.percent != null && (
        <p>
          {t('load.errorDays', { percent: percent(error.percent, 0), perDay: number(error.perDay, 1), n: number(error.days) })}{' '}
          {error.naivePercent !== null &&
            t(error.percent <= error.naivePercent ? 'load.errorBetter' : 'load.errorWorse', { percent: percent(error.naivePercent, 0) })}
        </p>
      )}
      {tried.length > 0 && (
        <table className={`${tableCss.table} num`}>
          <caption className="vh">{t('load.tried')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('load.weekFrom')}</th>
              <th scope="col" className={tableCss.right}>
                {t('load.foretold')}
              </th>
              <th scope="col" className={tableCss.right}>
                {t('load.arrived')}
              </th>
              <th scope="col" className={tableCss.right}>
                {t('load.off')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tried.map(({ from, expected, arrived }) => (
              <tr key={from}>
                <th scope="row">{dayMonth(`${from}T10:00:00Z`)}</th>
                <td className={tableCss.right}>{number(Math.round(expected))}</td>
                <td className={tableCss.right}>{number(arrived)}</td>
                <td className={tableCss.right}>{off(expected, arrived)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** What next week brings, by what method, and how wrong the method was. */
export function ForecastCard({ forecast: { from, to, forecast } }: { forecast: Forecast }) {
  const { t } = useTexts();
  const { number, dayMonth } = useFormat();
  const id = useId();
  const total = forecast?.days.reduce((sum, { expected }) => sum + expected, 0) ?? 0;
  const day = (date: string): string => dayMonth(`${date}T10:00:00Z`);
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('load.forecast', { from: day(from), to: day(to) })}</h2>
          <p>{forecast ? t('load.forecastSays', { n: number(Math.round(total)) }) : t('load.forecastNone')}</p>
        </div>
      </header>
      {forecast && (
        <div className={c.forecast}>
          <div>
            <Days days={forecast.days} />
            <p className={c.how}>{t('load.forecastHow')}</p>
          </div>
          <Tried {...forecast} />
        </div>
      )}
    </section>
  );
}
