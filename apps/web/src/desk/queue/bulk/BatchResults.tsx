import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useTexts } from '../../texts';
import c from './bulk.module.css';
import type { BatchOutcome } from './use-batch';

interface Props {
  outcome: BatchOutcome;
  busy: boolean;
  onUndo: () => void;
  onClose: () => void;
}

/** What became of a batch of which something was refused: how many are done, and of each other one why not. */
export function BatchResults({ outcome, busy, onUndo, onClose }: Props) {
  const { t } = useTexts();
  const { done, refused, undo } = outcome;
  return (
    <Modal opened onClose={onClose} size={600} title={t('bulk.results')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <div className={c.results}>
        {done.length > 0 && (
          <p className={c.done}>
            <IconCheck size={17} aria-hidden />
            {t(`bulk.done.${outcome.action}`, { count: done.length })}
          </p>
        )}
        <p className={c.refused}>
          <IconAlertTriangle size={17} aria-hidden />
          {t('bulk.refused', { count: refused.length })}
        </p>
        <ul aria-label={t('bulk.refusedList')}>
          {refused.map(({ before, detail }) => (
            <li key={before.id}>
              <span className="num">{before.number}</span> <b>{before.title}</b>
              <small>{detail}</small>
            </li>
          ))}
        </ul>
        <p className={c.note}>{t('bulk.stillSelected')}</p>
        <div className={c.foot}>
          {undo && (
            <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} loading={busy} onClick={onUndo}>
              {t('bulk.undo')}
            </Button>
          )}
          <Button onClick={onClose} data-autofocus>
            {t('action.close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
