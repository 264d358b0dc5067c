import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './draft.module.css';
import { rigaMidnight } from './riga-midnight';
import type { Policy, PolicyDraft } from './types';

const DAY_MS = 86_400_000;

function usePublish(policy: Policy, draft: PolicyDraft, onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (validFrom: string | null) =>
      bodyOf(
        api.POST('/api/v1/policies/{id}/draft/publication', {
          params: { path: { id: policy.id } },
          headers: { 'if-match': `"${draft.revision}"` },
          body: validFrom ? { validFrom } : {},
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['policies'] });
      notifications.show({ message: t('sla.published', { version: String(draft.version) }), withBorder: true, autoClose: 5000 });
      onDone();
    },
  });
}

/** From when the draft holds. Open tickets keep what they were promised, and the dialog says so. */
export function PublishDialog({ policy, draft, onClose }: { policy: Policy; draft: PolicyDraft; onClose: () => void }) {
  const { t } = useTexts();
  const tomorrow = inRiga(useNow() + DAY_MS).date;
  const [when, setWhen] = useState('now');
  const [day, setDay] = useState(tomorrow);
  const publish = usePublish(policy, draft, onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      size={480}
      title={t('sla.publishTitle', { version: String(draft.version) })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate(when === 'now' ? null : rigaMidnight(day));
        }}
      >
        <p>{t('sla.publishText')}</p>
        <Choices
          first
          label={t('sla.validFrom')}
          choices={[
            { value: 'now', text: t('sla.fromNow') },
            { value: 'day', text: t('sla.fromDay') },
          ]}
          value={when}
          onChange={setWhen}
        />
        {when === 'day' && (
          <TextInput
            type="date"
            label={t('sla.day')}
            min={tomorrow}
            required
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        {publish.error && <ProblemNote error={publish.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={publish.isPending} disabled={when === 'day' && day === ''}>
            {t('sla.publish')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
