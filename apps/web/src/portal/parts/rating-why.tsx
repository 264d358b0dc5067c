import { type SubmitEvent, useState } from 'react';
import type { RatingView, Ticket } from '../../shared/api/api-types';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { changeRating, reopen } from '../data/ticket-calls';
import { useTexts } from '../texts';
import css from './rating-card.module.css';
import { followUp } from './resolved-actions';

interface Props {
  ticket: Ticket;
  rating: RatingView;
  onRated: (rating: RatingView) => void;
  onChanged: () => void;
}

/** What may come with "bad" in the same step: reopening while the ticket is resolved, a linked follow-up afterwards. */
function wayOn(ticket: Ticket, rating: RatingView): 'reopen' | 'followUp' | null {
  if (rating.value !== 'bad') return null;
  if (rating.mayReopen && ticket.abilities.reopen) return 'reopen';
  return rating.mayFollowUp && ticket.abilities.followUp ? 'followUp' : null;
}

/** One optional line of why. After "bad" the same line can reopen the ticket, or begin a new one linked with it. */
export function RatingWhy({ ticket, rating, onRated, onChanged }: Props) {
  const { t } = useTexts();
  const [comment, setComment] = useState(rating.comment ?? '');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState<'' | 'send' | 'on'>('');
  const [failure, setFailure] = useState<unknown>(null);
  const way = wayOn(ticket, rating);
  const words = comment.trim();
  const same = words === (rating.comment ?? '');

  const perform = async (kind: 'send' | 'on'): Promise<void> => {
    if (!same) onRated(await changeRating(ticket.id, rating.value, words));
    if (kind === 'send') return;
    if (way === 'followUp') return followUp(ticket, words);
    await reopen(ticket.id, words);
    onChanged();
  };
  const act = async (kind: 'send' | 'on'): Promise<void> => {
    setMissing(kind === 'on' && !words);
    if (kind === 'on' && !words) return;
    setBusy(kind);
    setFailure(null);
    await perform(kind).catch(setFailure);
    setBusy('');
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void act(way ? 'on' : 'send');
  };
  const sendText = rating.comment && same ? 'rating.whySent' : way ? 'rating.whyOnly' : 'rating.whySend';
  const send = (
    <Button type={way ? 'button' : 'submit'} busy={busy === 'send'} disabled={same} onClick={way ? () => void act('send') : undefined}>
      {t(sendText)}
    </Button>
  );
  return (
    <form className={css.form} onSubmit={submit} noValidate>
      <div className={way ? css.form : css.line}>
        <TextField
          label={t(way ? 'rating.whyBad' : 'rating.why')}
          optional={way === null}
          value={comment}
          onText={setComment}
          maxLength={1000}
          error={missing ? t('resolved.whatFailsMissing') : null}
        />
        {!way && send}
      </div>
      <ProblemNotice error={failure} />
      {way && (
        <div className={css.actions}>
          <Button type="submit" look="primary" busy={busy === 'on'}>
            {t(way === 'reopen' ? 'rating.reopen' : 'rating.followUp')}
          </Button>
          {send}
        </div>
      )}
    </form>
  );
}
