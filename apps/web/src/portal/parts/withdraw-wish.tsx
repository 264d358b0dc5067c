import { useState } from 'react';
import type { Change } from '../../shared/api/api-types';
import { Button } from '../components/button';
import { TextArea } from '../components/field';
import { ProblemNotice } from '../components/notice';
import { withdrawChange } from '../data/change-calls';
import { useTexts } from '../texts';
import css from './withdraw.module.css';

/** Takes a wish back, with the reason; asks once, because it cannot be undone. */
export function WithdrawWish({ change, onChanged }: { change: Change; onChanged: () => void }) {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const act = async (): Promise<void> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    setBusy(true);
    await withdrawChange(change.id, reason.trim()).then(onChanged, setFailure);
    setBusy(false);
  };
  if (!asking) {
    return (
      <div className={css.line}>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('wish.withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <div className={css.ask} role="group" aria-label={t('wish.withdraw')}>
      <TextArea
        label={t('wish.withdrawWhy')}
        hint={t('wish.withdrawAsk')}
        value={reason}
        onText={setReason}
        error={missing ? t('wish.withdrawMissing') : null}
        rows={2}
        autoFocus
      />
      <ProblemNotice error={failure} />
      <div className={css.line}>
        <Button look="danger" busy={busy} onClick={() => void act()}>
          {t('wish.withdrawYes')}
        </Button>
        <Button look="quiet" onClick={() => setAsking(false)}>
          {t('wish.withdrawNo')}
        </Button>
      </div>
    </div>
  );
}
