import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Campaign } from './campaign-queries';
import c from './plan.module.css';

/** What happened to the campaign, who did it and when; the latest first. */
export function HistoryCard({ campaign }: { campaign: Campaign }) {
  const { t, has } = useTexts();
  const { dateTime } = useFormat();
  const word = (what: string): string => {
    const key = `campaigns.happened.${what}`;
    return has(key) ? t(key) : what;
  };
  return (
    <section className={c.card} aria-label={t('campaigns.history')}>
      <header>
        <h2>{t('campaigns.history')}</h2>
      </header>
      <ol className={c.history}>
        {[...campaign.history].reverse().map(({ at, what, actor }) => (
          <li key={`${at}${what}`}>
            <b>{word(what)}</b>
            <span className="num">
              {dateTime(at)} · {actor?.name ?? t('campaigns.bySystem')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
