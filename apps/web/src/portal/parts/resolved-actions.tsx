import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ticket } from '../../shared/api/api-types';
import { newKey } from '../../shared/api/http';
import { Button } from '../components/button';
import { ProblemNotice } from '../components/notice';
import { confirm, reopen, reply } from '../data/ticket-calls';
import { navigate } from '../router/location';
import { useTexts } from '../texts';
import css from './answer.module.css';
import { SayMoreForm } from './say-more-form';

interface Props {
  ticket: Ticket;
  onChanged: () => void;
}

/** Goes on after the end: a reply to a finished ticket makes a new one, linked with it, and leads there. */
export async function followUp(ticket: Ticket, words: string): Promise<void> {
  const said = await reply(ticket.id, words, newKey());
  if (said.followUp) navigate(`/tickets/${said.followUp.number}`);
}

/** What the requester can do with a resolved or closed ticket: say that it works, reopen it, or go on with a new one. */
export function ResolvedActions({ ticket, onChanged }: Props) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { abilities } = ticket;
  const works = async (): Promise<void> => {
    setBusy(true);
    await confirm(ticket.id).catch(setFailure);
    setBusy(false);
    onChanged();
  };
  const goOn = async (words: string): Promise<void> => {
    if (!abilities.reopen) return followUp(ticket, words);
    try {
      await reopen(ticket.id, words);
    } finally {
      onChanged();
    }
  };
  if (!abilities.confirm && !abilities.reopen && !abilities.followUp) return null;
  if (asking) {
    const submit = t(abilities.reopen ? 'resolved.reopen' : 'resolved.followUpSend');
    return <SayMoreForm label={t('resolved.whatFails')} submit={submit} onSay={goOn} onCancel={() => setAsking(false)} />;
  }
  return (
    <>
      <ProblemNotice error={failure} />
      <div className={css.actions}>
        {abilities.confirm && (
          <Button busy={busy} onClick={() => void works()}>
            <IconCheck size={18} aria-hidden /> {t('resolved.works')}
          </Button>
        )}
        {(abilities.reopen || abilities.followUp) && (
          <Button onClick={() => setAsking(true)}>
            <IconArrowBackUp size={18} aria-hidden /> {t(abilities.reopen ? 'resolved.fails' : 'resolved.followUp')}
          </Button>
        )}
      </div>
    </>
  );
}
