import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Ticket } from '../../data/types';
import { useTexts } from '../../texts';
import { ProblemNote } from '../ProblemNote';
import c from './dialogs.module.css';

interface Props {
  ticket: Ticket;
  title: string;
  submit: string;
  ready: boolean;
  busy: boolean;
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of every dialog that changes a ticket: number, fields, what went wrong, one button. Ctrl-Enter submits. */
export function ActionDialog({ ticket, title, submit, ready, busy, error, onSubmit, onClose, children }: Props) {
  const { t } = useTexts();
  const send = (): void => {
    if (ready && !busy) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={520} closeButtonProps={{ 'aria-label': t('action.close') }}>
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
        <p className={c.subject}>
          <span className="num">{ticket.number}</span> {ticket.title}
        </p>
        {children}
        {error && <ProblemNote error={error} ticket={ticket} />}
        <div className={c.foot}>
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
