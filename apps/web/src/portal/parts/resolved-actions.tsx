import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import type { Ticket } from '../../shared/api/api-types';
import { Button, buttonClass } from '../components/button';
import { TextArea } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { confirm, reopen } from '../data/ticket-calls';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from './answer.module.css';

interface Props {
  ticket: Ticket;
  onChanged: () => void;
}

/** Asks what still does not work and reopens the ticket. */
function ReopenForm({ ticket, onChanged, onCancel }: Props & { onCancel: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setMissing(!reason.trim());
    if (!reason.trim()) return;
    setBusy(true);
    try {
      await reopen(ticket.id, reason.trim());
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
    onChanged();
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        label={t('resolved.whatFails')}
        value={reason}
        onText={setReason}
        error={missing ? t('resolved.whatFailsMissing') : null}
        rows={2}
        autoFocus
      />
      <ProblemNotice error={failure} />
      <div className={css.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('resolved.reopen')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What the requester can do with a resolved or closed ticket: say that it works, reopen it, or go on with a new one. */
export function ResolvedActions({ ticket, onChanged }: Props) {
  const { t } = useTexts();
  const [reopening, setReopening] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { abilities } = ticket;
  const works = async (): Promise<void> => {
    setBusy(true);
    await confirm(ticket.id).catch(setFailure);
    setBusy(false);
    onChanged();
  };
  if (!abilities.confirm && !abilities.reopen && !abilities.followUp) return null;
  if (reopening) return <ReopenForm ticket={ticket} onChanged={onChanged} onCancel={() => setReopening(false)} />;
  return (
    <>
      <ProblemNotice error={failure} />
      <div className={css.actions}>
        {abilities.confirm && (
          <Button busy={busy} onClick={() => void works()}>
            <IconCheck size={18} aria-hidden /> {t('resolved.works')}
          </Button>
        )}
        {abilities.reopen && (
          <Button onClick={() => setReopening(true)}>
            <IconArrowBackUp size={18} aria-hidden /> {t('resolved.fails')}
          </Button>
        )}
        {abilities.followUp && !abilities.reopen && (
          <Link className={buttonClass('default')} to={`/new?followUp=${encodeURIComponent(ticket.number)}`}>
            <IconArrowBackUp size={18} aria-hidden /> {t('resolved.followUp')}
          </Link>
        )}
      </div>
    </>
  );
}
