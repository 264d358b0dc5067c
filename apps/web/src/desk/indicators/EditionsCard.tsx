import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import type { Indicator } from './indicator-queries';
import c from './indicators.module.css';
import { useValueWords } from './use-value-words';

/** How the indicator is counted, and what was frozen and restated of the month, with what an auditor holds against it. */
export function EditionsCard({ indicator }: { indicator: Indicator }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const words = useValueWords();
  const id = useId();
  const { editions, code, period, asOf, definitionVersion } = indicator;
  const surveyed = code === 'KPI-01';
  const how = `indicators.how.${code}` as 'indicators.how.KPI-02';
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('indicators.how')}</h2>
        </div>
      </header>
      <p className={c.how}>{t(how)}</p>
      <p className={`${c.quiet} num`}>
        {t('indicators.definition', { version: String(definitionVersion) })} · {t('indicators.asOf', { at: dateTime(asOf) })}
      </p>
      <h3 className={c.subhead}>{t('indicators.editions')}</h3>
      {editions.length === 0 && (
        <p className={c.quiet}>
          {t(surveyed ? 'indicators.measured.none' : period.length === 4 ? 'indicators.year.alive' : 'indicators.alive')}
        </p>
      )}
      <ol className={c.editions}>
        {editions.map((edition) => (
          <li key={edition.number}>
            <b className="num">
              {t('indicators.edition', { number: String(edition.number) })}
              {edition.figure && `: ${words(edition.figure, indicator).main}`}
            </b>{' '}
            <span>
              {t(
                surveyed
                  ? `indicators.measured.${edition.cause === 'import' ? 'import' : 'campaign'}`
                  : `indicators.cause.${edition.cause}`,
              )}
              {edition.person && ` · ${edition.person}`}
              {(edition.cause !== 'import' || surveyed) && edition.reason && ` · ${edition.reason}`}
            </span>
            <small className="num">{t('indicators.frozen', { at: dateTime(edition.frozenAt), until: dateTime(edition.knownUntil) })}</small>
            {edition.inputHash !== null && (
              <small>
                {t('indicators.hash')} <code title={edition.inputHash}>{edition.inputHash.slice(0, 16)}</code>
              </small>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
