import { useState } from 'react';
import type { Ticket } from '../../shared/api/api-types';
import { Button } from '../components/button';
import { ProblemNotice } from '../components/notice';
import { withdraw } from '../data/ticket-calls';
import { useTexts } from '../texts';
import css from './withdraw.module.css';

/** Takes a ticket back while nobody has accepted it; asks once, because it cannot be undone. */
export function Withdraw({ ticket, onChanged }: { ticket: Ticket; onChanged: () => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const act = async (): Promise<void> => {
    setBusy(true);
    await withdraw(ticket.id).catch(setFailure);
    setBusy(false);
    onChanged();
  };
  if (!asking) {
    return (
      <div className={css.line}>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('withdraw.start')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.ask} role="group" aria-label={t('withdraw.start')}>
      <p>{t('withdraw.ask')}</p>
      <ProblemNotice error={failure} />
      <div className={css.line}>
        <Button look="danger" busy={busy} onClick={() => void act()}>
          {t('withdraw.yes')}
        </Button>
        <Button look="quiet" onClick={() => setAsking(false)} autoFocus>
          {t('withdraw.no')}
        </Button>
      </div>
    </div>
  );
}
