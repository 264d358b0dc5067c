import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import type { Summary } from './indicator-queries';
import c from './indicators.module.css';

const bands = ['days0to2', 'days3to7', 'days8to30', 'over30'] as const;

/** Open tickets by age: four bars with their numbers. */
export function Bands({ overall: { extra } }: Pick<Summary, 'overall'>) {
  const { t } = useTexts();
  const { number } = useFormat();
  const counts = bands.map((band) => Number(extra[band] ?? 0));
  const most = Math.max(1, ...counts);
  return (
    <section className={reportsCss.card} aria-label={t('indicators.bands')}>
      <header>
        <h2>{t('indicators.bands')}</h2>
      </header>
      <dl className={c.bands}>
        {bands.map((band, at) => (
          <div key={band}>
            <dt>{t(`indicators.band.${band}`)}</dt>
            <dd className="num">
              <i
                style={{ width: `calc(${(counts[at] ?? 0) / most} * (100% - 52px))` }}
                data-old={band === 'over30' || undefined}
                aria-hidden
              />
              <span>{number(counts[at] ?? 0)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
