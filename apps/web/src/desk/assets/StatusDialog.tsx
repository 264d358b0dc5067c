import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './item.module.css';
import type { Item, ItemStatus } from './types';
import { useItemChange } from './use-item-change';

/** Changes the status of a device, as far as its life cycle allows. */
export function StatusDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTexts();
  const [status, setStatus] = useState<ItemStatus | null>(null);
  const [reason, setReason] = useState('');
  const needed = item.status === 'disposed';
  const change = useItemChange(
    (to: ItemStatus) =>
      bodyOf(
        api.PATCH('/api/v1/configuration-items/{id}', {
          params: { path: { id: item.id } },
          headers: { 'if-match': `"${item.version}"` },
          body: { status: to, ...(reason.trim() ? { statusReason: reason.trim() } : {}) },
        }),
      ),
    onClose,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={460}
      title={t('assets.statusTitle', { tag: item.tag })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (status) change.mutate(status);
        }}
      >
        <Choices
          label={t('assets.newStatus')}
          layout="chips"
          choices={item.nextStatuses.map((one) => ({ value: one, text: t(`assets.status.${one}`) }))}
          value={status}
          onChange={(one) => setStatus(one as ItemStatus)}
        />
        <Textarea
          label={t('assets.reason')}
          description={needed ? t('assets.reasonNeeded') : undefined}
          required={needed}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {change.error && <ProblemNote error={change.error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" disabled={!status || (needed && reason.trim() === '')} loading={change.isPending}>
            {t('assets.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
