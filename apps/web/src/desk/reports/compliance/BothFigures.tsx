import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Compliance, Figure } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import figureCss from '../figure.module.css';
import { floorOf, IntervalBar } from '../IntervalBar';
import { StatusMark } from '../StatusMark';
import { useFigureWords } from '../use-figure-words';
import c from './compliance.module.css';

interface TileProps {
  title: string;
  why: string;
  figure: Figure;
  compliance: Compliance;
  agreed?: boolean;
}

function Tile({ title, why, figure, compliance, agreed = false }: TileProps) {
  const { t } = useTexts();
  const { percent } = useFormat();
  const words = useFigureWords()(figure, 'KPI-09');
  const { month, target, overall } = compliance;
  const floor = floorOf([overall, compliance.agreed], target);
  return (
    <article className={figureCss.tile}>
      <h2>
        {title} <small>{why}</small>
      </h2>
      <p className={figureCss.big} data-long={figure.value === null || undefined}>
        {words.main}
      </p>
      <p className={figureCss.against}>
        <StatusMark status={figure.status} />
        {target !== null && <span className="num">{t('figure.target', { target: percent(target, 0) })}</span>}
      </p>
      <div className={figureCss.evidence}>
        <IntervalBar figure={figure} target={target} floor={floor} />
        <span className="num">
          {[words.interval && t('figure.interval', { interval: words.interval }), words.n, words.remark].filter(Boolean).join(' · ')}
        </span>
        {figure.display !== 'none' && (
          <Link
            to="/reports/rows"
            search={{ code: 'KPI-09', period: month, list: 'counted', from: 'compliance', ...(agreed ? { as: 'agreed' as const } : {}) }}
            className={figureCss.rowsLink}
            aria-label={`${t('compliance.rows')}: ${title}`}
          >
            {t('compliance.rows')}
            <IconChevronRight size={15} aria-hidden />
          </Link>
        )}
      </div>
    </article>
  );
}

/** The month in a sentence, and both figures side by side: what was promised first, and what was in force. */
export function BothFigures({ compliance }: { compliance: Compliance }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { overall, agreed, counts } = compliance;
  const said = overall.denominator
    ? [
        t('compliance.said', { met: number(overall.numerator ?? 0), n: number(overall.denominator) }),
        counts.changedSide > 0 ? t('compliance.saidChanged', { count: counts.changedSide }) : t('compliance.saidSame'),
      ].join(' ')
    : t('compliance.saidNone');
  return (
    <section aria-label={t('compliance.both')} className={c.both}>
      <p className={`${c.said} num`}>{said}</p>
      <div className={figureCss.tiles}>
        <Tile title={t('compliance.amended')} why={t('compliance.amendedWhy')} figure={overall} compliance={compliance} />
        <Tile title={t('compliance.agreed')} why={t('compliance.agreedWhy')} figure={agreed} compliance={compliance} agreed />
      </div>
    </section>
  );
}
