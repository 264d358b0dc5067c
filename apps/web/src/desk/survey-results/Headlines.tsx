import { IconAlertTriangleFilled, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { IntervalBar } from '../reports/IntervalBar';
import { StatusMark } from '../reports/StatusMark';
import { useTexts } from '../texts';
import type { Headline, Result } from './result-queries';
import c from './headlines.module.css';
import { useInterval } from './use-interval';

function Equal({ result, headline }: { result: Result; headline: Headline }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const { low, value } = headline;
  const floor = Math.max(0, Math.floor(Math.min(low, result.target ?? 100) / 10) * 10 - 10);
  return (
    <article className={c.tile}>
      <h2>{t('results.equal')}</h2>
      <p className={c.big}>
        <b>{value === null ? t('figure.tooFew') : percent(value)}</b>
        <StatusMark status={headline.status} />
      </p>
      <div className={c.against}>
        <IntervalBar figure={headline} target={result.target} width={300} floor={floor} />
        <p className="num">
          {useInterval()(headline)}
          {result.target !== null && <strong>{t('figure.target', { target: percent(result.target, 0) })}</strong>}
        </p>
      </div>
      <p className={`${c.small} num`}>
        {[
          t('results.institutions', { count: result.institutions }),
          t('results.effective', { n: number(headline.nEff, headline.nEff < 100 ? 1 : 0) }),
          headline.display === 'small' ? t('figure.small') : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </article>
  );
}

function ByUsers({ result, headline }: { result: Result; headline: Headline }) {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  const interval = useInterval();
  return (
    <article className={c.tile}>
      <h2>{t('results.byUsers')}</h2>
      <p className={c.second}>
        <b>{headline.value === null ? t('figure.tooFew') : percent(headline.value)}</b>
        <span className="num">
          {interval(headline)}, {t('figure.n', { n: number(result.unweighted.n ?? 0) })}
        </span>
      </p>
      <p className={c.why}>
        {result.difference && t(`results.difference.${result.difference}`)} {t('results.judged')}
      </p>
      {result.unweighted.value !== null && (
        <p className={`${c.small} num`}>{t('results.unweighted', { share: percent(result.unweighted.value) })}</p>
      )}
    </article>
  );
}

/** A square for each client: answered, or silent; drawn, and said below in words. */
function Squares({ asked, responding }: { asked: number; responding: number }) {
  return (
    <span className={c.squares} aria-hidden>
      {Array.from({ length: asked }, (_, at) => (
        <i key={at} data-silent={at >= responding || undefined} />
      ))}
    </span>
  );
}

function Coverage({ result }: { result: Result }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const runs = useRight('survey.read');
  const { asked, responding, complete, silent, excluded } = result.coverage;
  return (
    <article className={c.tile}>
      <h2>{t('results.coverage', { responding: number(responding), asked: number(asked) })}</h2>
      <Squares asked={asked} responding={responding} />
      {complete ? (
        <p className={c.complete}>
          <IconCircleCheck size={17} aria-hidden /> {t('results.complete')}
        </p>
      ) : (
        <p className={c.incomplete}>
          <IconAlertTriangleFilled size={14} aria-hidden /> <b>{t('results.incomplete')}</b>{' '}
          <span className={c.plain}>
            {t('results.silent')}{' '}
            {silent.map(({ id, name, invited }, at) => (
              <Fragment key={id}>
                {at > 0 && ', '}
                <strong>{name}</strong> ({t('results.invitations', { count: invited })})
              </Fragment>
            ))}
            .
          </span>
        </p>
      )}
      {excluded.length > 0 && (
        <p className={c.small}>
          {t('results.excluded')} {excluded.map(({ name, reason }) => `${name} (${reason})`).join(', ')}.
        </p>
      )}
      {runs && (
        <Link to="/reports/surveys/$id" params={{ id: result.id }} className={c.link}>
          {t('results.cockpit')}
        </Link>
      )}
    </article>
  );
}

/** The headline against its target, the same by users with the reason why it differs, and how much of the clients it speaks for. */
export function Headlines({ result }: { result: Result }) {
  const { t } = useTexts();
  return (
    <section className={c.strip} aria-label={t('results.headlines')}>
      {result.equal && result.byUsers ? (
        <>
          <Equal result={result} headline={result.equal} />
          <ByUsers result={result} headline={result.byUsers} />
        </>
      ) : (
        <article className={c.tile}>
          <h2>{t('results.equal')}</h2>
          <p className={c.big}>
            <b>{t('figure.tooFew')}</b>
          </p>
          <p className={c.why}>{t('results.none')}</p>
        </article>
      )}
      <Coverage result={result} />
    </section>
  );
}
