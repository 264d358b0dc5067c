import { type SubmitEvent, useState } from 'react';
import type { RatingView, Ticket } from '../../shared/api/api-types';
import { Button, buttonClass } from '../components/button';
import { TextField } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { changeRating, reopen } from '../data/ticket-calls';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from './rating-card.module.css';

interface Props {
  ticket: Ticket;
  rating: RatingView;
  onRated: (rating: RatingView) => void;
  onChanged: () => void;
}

/** One optional line of why. After "bad" the same line can reopen the ticket, or lead to a new one linked with it. */
export function RatingWhy({ ticket, rating, onRated, onChanged }: Props) {
  const { t } = useTexts();
  const [comment, setComment] = useState(rating.comment ?? '');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState<'' | 'send' | 'reopen'>('');
  const [failure, setFailure] = useState<unknown>(null);
  const bad = rating.value === 'bad';
  const mayReopen = bad && rating.mayReopen && ticket.abilities.reopen;
  const words = comment.trim();

  const act = async (kind: 'send' | 'reopen'): Promise<void> => {
    setMissing(kind === 'reopen' && !words);
    if (kind === 'reopen' && !words) return;
    setBusy(kind);
    setFailure(null);
    try {
      if (words !== (rating.comment ?? '')) onRated(await changeRating(ticket.id, rating.value, words));
      if (kind === 'reopen') {
        await reopen(ticket.id, words);
        onChanged();
      }
    } catch (error) {
      setFailure(error);
    }
    setBusy('');
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void act(mayReopen ? 'reopen' : 'send');
  };
  const same = words === (rating.comment ?? '');
  const send = (
    <Button
      type={mayReopen ? 'button' : 'submit'}
      busy={busy === 'send'}
      disabled={same && busy === ''}
      onClick={mayReopen ? () => void act('send') : undefined}
    >
      {t(rating.comment && same ? 'rating.whySent' : mayReopen ? 'rating.whyOnly' : 'rating.whySend')}
    </Button>
  );
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <div className={mayReopen ? css.form : css.line}>
        <TextField
          label={t(mayReopen ? 'rating.whyBad' : 'rating.why')}
          optional
          value={comment}
          onText={setComment}
          maxLength={1000}
          error={missing ? t('resolved.whatFailsMissing') : null}
        />
        {!mayReopen && send}
      </div>
      <ProblemNotice error={failure} />
      {mayReopen && (
        <div className={css.actions}>
          <Button type="submit" look="primary" busy={busy === 'reopen'}>
            {t('rating.reopen')}
          </Button>
          {send}
        </div>
      )}
      {bad && !mayReopen && rating.mayFollowUp && (
        <Link className={`${buttonClass('default')} ${css.change}`} to={`/new?followUp=${encodeURIComponent(ticket.number)}`}>
          {t('resolved.followUp')}
        </Link>
      )}
    </form>
  );
}
