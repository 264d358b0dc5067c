import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import { type Scorecard, scorecardChanges, useScorecardChange } from './scorecard-queries';

/** Writes a year down, or restates the one that stands written. */
export function FreezeDialog({ scorecard, onClose }: { scorecard: Scorecard; onClose: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const { id, year, snapshot } = scorecard;
  const freeze = useScorecardChange((body: { year: number; reason?: string }) => scorecardChanges.freeze(id, body), onClose);
  const again = snapshot !== null;
  return (
    <FormDialog
      title={t(again ? 'scorecard.restateTitle' : 'scorecard.freezeTitle', { year: String(year) })}
      submit={t(again ? 'scorecard.restate' : 'scorecard.freeze')}
      ready={!again || reason.trim() !== ''}
      busy={freeze.isPending}
      error={freeze.error}
      onSubmit={() => freeze.mutate({ year, ...(again ? { reason: reason.trim() } : {}) })}
      onClose={onClose}
    >
      <p>{t(again ? 'scorecard.restateText' : 'scorecard.freezeText', { year: String(year) })}</p>
      {again && (
        <Textarea
          label={t('scorecard.reason')}
          required
          autosize
          minRows={2}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
