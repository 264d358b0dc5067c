import { useId, useState } from 'react';
import type { RatingStatus, RatingValue, RatingView, Ticket } from '../../shared/api/api-types';
import { millis } from '../../shared/format/riga-time';
import { byWhen } from '../../shared/format/wording';
import { Card } from '../components/card';
import { Faces } from '../components/faces';
import { Notice, ProblemNotice } from '../components/notice';
import { changeRating, rate, ratingOf } from '../data/ticket-calls';
import { useNow } from '../data/use-now';
import { useResource } from '../data/use-resource';
import { useTexts } from '../texts';
import css from './rating-card.module.css';
import { RatingWhy } from './rating-why';

interface Props {
  ticket: Ticket;
  className?: string | undefined;
  onChanged: () => void;
}

interface Given {
  ticket: Ticket;
  status: RatingStatus;
  onRated: (rating: RatingView) => void;
  onChanged: () => void;
}

function Question({ ticket, status, onRated, onChanged }: Given) {
  const { t } = useTexts();
  const texts = useTexts();
  const now = useNow();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [just, setJust] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { rating } = status;
  const changeable = rating ? millis(rating.changeableUntil) > now : status.canRate;
  const choose = async (value: RatingValue): Promise<void> => {
    if (value === rating?.value) return;
    setBusy(true);
    setFailure(null);
    try {
      onRated(await (rating ? changeRating(ticket.id, value, rating.comment ?? '') : rate(ticket.id, value)));
      setJust(true);
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };
  if (!changeable && rating) {
    return (
      <>
        <h2>{t('rating.yours', { value: t(`rating.${rating.value}`) })}</h2>
        {rating.comment && <p className={css.said}>{rating.comment}</p>}
      </>
    );
  }
  return (
    <>
      <h2 id={id}>{t('rating.question')}</h2>
      <Faces value={rating?.value ?? null} labelledBy={id} busy={busy} onChoose={(value) => void choose(value)} />
      <ProblemNotice error={failure} />
      {just && rating && <Notice kind="good">{t('rating.thanks', { value: t(`rating.${rating.value}`) })}</Notice>}
      {rating && <RatingWhy key={rating.value} ticket={ticket} rating={rating} onRated={onRated} onChanged={onChanged} />}
      <p className={css.fine}>
        {rating ? t('rating.changeable', { until: byWhen(texts, rating.changeableUntil, now) }) : t('rating.atOnce')}
      </p>
    </>
  );
}

/** "How did we do?": three faces, one click is the answer; a word of why may follow, and a change of mind within the time allowed. */
export function RatingCard({ ticket, className, onChanged }: Props) {
  const status = useResource(`rating ${ticket.id} ${ticket.state}`, (signal) => ratingOf(ticket.id, signal));
  if (!status.data || (!status.data.rating && !status.data.canRate)) return null;
  const given = status.data;
  return (
    <Card className={`${css.rating} ${className ?? ''}`}>
      <Question ticket={ticket} status={given} onRated={(rating) => status.put({ ...given, rating })} onChanged={onChanged} />
    </Card>
  );
}
