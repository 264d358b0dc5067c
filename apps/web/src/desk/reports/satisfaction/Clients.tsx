import type { Kpi } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { floorOf, IntervalBar } from '../IntervalBar';
import figureCss from '../figure.module.css';
import { StatusMark } from '../StatusMark';
import { useFigureWords } from '../use-figure-words';
import c from './satisfaction.module.css';

/** KPI-01: satisfied client institutions by the yearly survey; where it has no figure yet, it says what will bring one. */
export function Clients({ kpi, year }: { kpi: Kpi | null; year: string }) {
  const { t } = useTexts();
  const { percent } = useFormat();
  const say = useFigureWords();
  const known = kpi !== null && kpi.overall.display !== 'none';
  const words = known ? say(kpi.overall, 'KPI-02') : null;
  return (
    <article className={figureCss.tile}>
      <h2>
        {kpi?.name ?? t('satisfaction.clients')} <small className="num">KPI-01 · {year}</small>
      </h2>
      {!known || !words ? (
        <p className={c.awaited}>{t('satisfaction.clientsNone', { year })}</p>
      ) : (
        <>
          <p className={figureCss.big} data-long={kpi.overall.value === null || undefined}>
            {words.main}
          </p>
          <p className={figureCss.against}>
            <StatusMark status={kpi.overall.status} />
            {kpi.target !== null && <span className="num">{t('figure.target', { target: percent(kpi.target, 0) })}</span>}
          </p>
          <div className={figureCss.evidence}>
            <IntervalBar figure={kpi.overall} target={kpi.target} floor={floorOf([kpi.overall], kpi.target)} />
            <span className="num">
              {[words.interval && t('figure.interval', { interval: words.interval }), words.n, words.remark].filter(Boolean).join(' · ')}
            </span>
          </div>
        </>
      )}
    </article>
  );
}
