import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useRight } from '../../data/session';
import type { ClientSatisfaction } from '../../data/types';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import { floorOf, IntervalBar } from '../IntervalBar';
import figureCss from '../figure.module.css';
import { StatusMark } from '../StatusMark';
import { useFigureWords } from '../use-figure-words';
import c from './satisfaction.module.css';

type Year = ClientSatisfaction['trend'][number];

function Measured({ year, target }: { year: Year; target: number | null }) {
  const { t } = useTexts();
  const { percent } = useFormat();
  const say = useFigureWords();
  const reads = useRight('survey.read');
  const { figure: overall, byUsers, source, campaignId } = year;
  const words = say(overall, 'KPI-02');
  const evidence = [
    words.interval && t('figure.interval', { interval: words.interval }),
    words.n,
    words.remark,
    byUsers && t('satisfaction.byUsers', { figure: say(byUsers, 'KPI-02').main }),
    source && t('satisfaction.source', { source }),
  ];
  return (
    <>
      <p className={figureCss.big} data-long={overall.value === null || undefined}>
        {words.main}
      </p>
      <p className={figureCss.against}>
        <StatusMark status={overall.status} />
        {target !== null && <span className="num">{t('figure.target', { target: percent(target, 0) })}</span>}
      </p>
      <div className={figureCss.evidence}>
        <IntervalBar figure={overall} target={target} floor={floorOf([overall], target)} />
        <span className="num">{evidence.filter(Boolean).join(' · ')}</span>
        {campaignId && reads && (
          <Link to="/reports/surveys/$id" params={{ id: campaignId }} className={figureCss.rowsLink}>
            {t('satisfaction.campaign')}
            <IconChevronRight size={15} aria-hidden />
          </Link>
        )}
      </div>
    </>
  );
}

/** KPI-01: satisfied client institutions by the yearly survey. A year without a figure shows the latest one before it, and says so. */
export function Clients({ clients }: { clients: ClientSatisfaction }) {
  const { t } = useTexts();
  const { name, period, target, trend } = clients;
  const latest = trend.findLast(({ figure }) => figure.display !== 'none');
  const older = latest?.period !== period;
  return (
    <article className={figureCss.tile}>
      <h2>
        {name} <small className="num">KPI-01 · {latest?.period ?? period}</small>
      </h2>
      {latest && <Measured year={latest} target={older ? null : target} />}
      {older && <p className={c.awaited}>{t('satisfaction.clientsNone', { year: period })}</p>}
    </article>
  );
}
