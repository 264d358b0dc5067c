import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './draft.module.css';
import { daysLater } from './riga-midnight';
import type { Agreement } from './types';

/** Ends an agreement after a day, with a reason that stays in its history. */
export function EndAgreementDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const today = inRiga(useNow()).date;
  const [lastDay, setLastDay] = useState(today);
  const [reason, setReason] = useState('');
  const end = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/agreements/{id}/ending', {
          params: { path: { id: agreement.id } },
          body: { validTo: daysLater(lastDay, 1), reason: reason.trim() },
          headers: { 'if-match': `"${agreement.version}"` },
        }),
      ),
    onSuccess: async () => {
      await Promise.all(['agreements', 'policies'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      notifications.show({ message: t('sla.agreementEnded'), withBorder: true, autoClose: 4000 });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t('sla.endTitle', { reference: agreement.reference })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          end.mutate();
        }}
      >
        <TextInput
          type="date"
          label={t('sla.lastDay')}
          description={t('sla.endHint')}
          min={daysLater(today, -1)}
          required
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
        <Textarea
          label={t('sla.endReason')}
          required
          data-autofocus
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {end.error && <ProblemNote error={end.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={end.isPending} disabled={reason.trim() === '' || lastDay === ''}>
            {t('sla.end')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
