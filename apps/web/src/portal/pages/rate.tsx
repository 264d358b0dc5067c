import { type SubmitEvent, useEffect, useState } from 'react';
import type { RatingLink, RatingValue, RatingView } from '../../shared/api/api-types';
import { ApiProblem } from '../../shared/api/problem';
import { byWhen } from '../../shared/format/wording';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { FaceChoice } from '../components/faces';
import { TextField } from '../components/field';
import { Notice, ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { rateByLink, ratingLink } from '../data/ticket-calls';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import { Link } from '../router/link';
import { chooseLocale, useSession } from '../session/session';
import { type TextKey, useTexts } from '../texts';
import css from './rate.module.css';

const asValue = (text: string | null): RatingValue | null => (text === 'bad' || text === 'satisfactory' || text === 'good' ? text : null);

function RateForm({ token, marked, onRated }: { token: string; marked: RatingValue | null; onRated: (rating: RatingView) => void }) {
  const { t } = useTexts();
  const [value, setValue] = useState(marked);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setMissing(!value);
    if (!value) return;
    setBusy(true);
    setFailure(null);
    try {
      onRated(await rateByLink(token, value, comment.trim()));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <FaceChoice legend={t('rating.question')} value={value} error={missing && !value ? t('rate.missing') : null} onChoose={setValue} />
      <TextField label={t('rating.why')} optional value={comment} onText={setComment} maxLength={1000} />
      <ProblemNotice error={failure} />
      <Button type="submit" look="primary" busy={busy}>
        {value ? t('rate.submitValue', { value: t(`rating.${value}`) }) : t('rate.submit')}
      </Button>
    </form>
  );
}

function Rated({ rating, number }: { rating: RatingView; number: string }) {
  const texts = useTexts();
  const { t } = texts;
  const now = useNow();
  const goOn: TextKey | null = rating.mayReopen ? 'rate.mayReopen' : rating.mayFollowUp ? 'rate.mayFollowUp' : null;
  return (
    <>
      <Notice kind="good">{t('rating.thanks', { value: t(`rating.${rating.value}`) })}</Notice>
      <p className={css.about}>{t('rate.changeable', { until: byWhen(texts, rating.changeableUntil, now) })}</p>
      {rating.value === 'bad' && goOn && <p>{t(goOn)}</p>}
      <div>
        <Link className={buttonClass(rating.value === 'bad' ? 'primary' : 'default')} to={`/tickets/${number}`}>
          {t('rate.open')}
        </Link>
      </div>
    </>
  );
}

function LinkView({ token, link, marked }: { token: string; link: RatingLink; marked: RatingValue | null }) {
  const { t } = useTexts();
  const [rated, setRated] = useState<RatingView | null>(null);
  return (
    <Card className={css.page}>
      <p className={css.about}>
        {link.title === null
          ? t('rate.aboutExpired', { number: link.ticketNumber })
          : t('rate.about', { number: link.ticketNumber, title: link.title })}
      </p>
      {rated && <Rated rating={rated} number={link.ticketNumber} />}
      {!rated && link.state === 'open' && <RateForm token={token} marked={marked ?? link.value} onRated={setRated} />}
      {!rated && link.state !== 'open' && (
        <>
          {link.state === 'used' && link.value && <Notice kind="good">{t('rating.yours', { value: t(`rating.${link.value}`) })}</Notice>}
          <Notice kind={link.state === 'used' ? 'info' : 'warning'}>{t(link.state === 'used' ? 'rate.used' : 'rate.expired')}</Notice>
          <div>
            <Link className={buttonClass('default')} to={`/tickets/${link.ticketNumber}`}>
              {t('rate.open')}
            </Link>
          </div>
        </>
      )}
    </Card>
  );
}

function Unknown() {
  const { t } = useTexts();
  return (
    <Card className={css.page}>
      <Notice kind="warning">{t('rate.unknown')}</Notice>
      <div>
        <Link className={buttonClass('default')} to="/">
          {t('notFound.home')}
        </Link>
      </div>
    </Card>
  );
}

/** The page behind a link in a mail: the face of the link is marked, and only the button records it (a scanner that follows links rates nothing). */
export function RatePage({ token, value }: { token: string; value: string | null }) {
  const { t, locale } = useTexts();
  const session = useSession();
  const link = useResource(`rate ${token}`, (signal) => ratingLink(token, signal));
  const wanted = link.data?.locale;
  const signedOut = session.state === 'signed-out';
  useEffect(() => {
    if (wanted && signedOut) void chooseLocale(wanted);
  }, [wanted, signedOut]);
  const unknown = link.error instanceof ApiProblem && (link.error.status === 404 || link.error.status === 410);
  return (
    <Page title={t('rate.title')} narrow>
      <div lang={locale}>
        {link.loading && (
          <Card>
            <Skeleton lines={4} />
          </Card>
        )}
        {unknown ? <Unknown /> : <ProblemNotice error={link.error} onRetry={link.reload} />}
        {link.data && <LinkView token={token} link={link.data} marked={asValue(value)} />}
      </div>
    </Page>
  );
}
