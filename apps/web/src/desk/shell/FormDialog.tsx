import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import c from '../campaigns/dialog.module.css';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';

interface Props {
  title: string;
  submit: string;
  ready: boolean;
  busy: boolean;
  error: Error | null;
  size?: number;
  /** The button ends something for good. */
  grave?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with a form: fields, what went wrong, one button. Ctrl-Enter submits. */
export function FormDialog({ title, submit, ready, busy, error, size = 520, grave = false, onSubmit, onClose, children }: Props) {
  const { t } = useTexts();
  const send = (): void => {
    if (ready && !busy) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        className={c.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      >
        {children}
        {error && <ProblemNote error={error} />}
        <div className={c.foot}>
          <Button variant="default" onClick={onClose}>
            {t('dialog.back')}
          </Button>
          <Button type="submit" loading={busy} disabled={!ready} {...(grave ? { color: 'red' } : {})}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
