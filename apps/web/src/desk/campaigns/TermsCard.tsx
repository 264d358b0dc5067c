import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Campaign } from './campaign-queries';
import c from './plan.module.css';
import { useDays } from './use-days';

/** What was decided about the campaign, with the seed of its sample. */
export function TermsCard({ campaign }: { campaign: Campaign }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { day } = useDays();
  const { year, opensOn, closesOn, mode, sampleSize, seed, minGroup, previous } = campaign;
  return (
    <section className={c.card} aria-label={t('campaigns.terms')}>
      <header>
        <h2>{t('campaigns.terms')}</h2>
      </header>
      <dl className={c.terms}>
        <dt>{t('campaigns.year')}</dt>
        <dd className="num">{year}</dd>
        <dt>{t('campaigns.period')}</dt>
        <dd className="num">{t('campaigns.range', { from: day(opensOn), to: day(closesOn) })}</dd>
        <dt>{t('campaigns.who')}</dt>
        <dd>
          {t(`campaigns.mode.${mode}`)}
          <small>{t(`campaigns.mode.${mode}.detail`)}</small>
        </dd>
        {sampleSize !== null && (
          <>
            <dt>{t('campaigns.sampleSize')}</dt>
            <dd className="num">{number(sampleSize)}</dd>
            <dt>{t('campaigns.seed')}</dt>
            <dd>
              <code>{seed}</code>
              <small>{t('campaigns.seedText')}</small>
            </dd>
          </>
        )}
        <dt>{t('campaigns.minGroup')}</dt>
        <dd className="num">{minGroup}</dd>
        {previous && (
          <>
            <dt>{t('campaigns.previous')}</dt>
            <dd>
              <Link to="/reports/surveys/$id" params={{ id: previous.id }}>
                {previous.name}
              </Link>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
