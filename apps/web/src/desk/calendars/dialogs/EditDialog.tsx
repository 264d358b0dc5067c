import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts';
import c from '../../ticket/dialogs/dialogs.module.css';
import { Faults } from './Faults';

interface Props {
  title: string;
  submit: string;
  busy: boolean;
  error: Error | null;
  ready?: boolean;
  /** A second, quieter button, such as one that takes a day back. */
  other?: ReactNode;
  size?: number;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of the dialogs that change a draft: fields, what went wrong, one button. Ctrl-Enter saves. */
export function EditDialog({ title, submit, busy, error, ready = true, other, size = 520, onSubmit, onClose, children }: Props) {
  const { t } = useTexts();
  const send = (): void => {
    if (ready && !busy) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        {children}
        {error && <Faults error={error} />}
        <div className={c.foot}>
          {other}
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
