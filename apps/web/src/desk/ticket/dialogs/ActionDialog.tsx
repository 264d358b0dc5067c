import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts';
import { ProblemNote, type TicketName } from '../ProblemNote';
import c from './dialogs.module.css';

interface Props {
  ticket: TicketName;
  title: string;
  submit: string;
  ready: boolean;
  busy: boolean;
  error: Error | null;
  onSubmit: () => void;
  onClose: () => void;
  /** Wider than usual, for a questionnaire. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every dialog that changes a ticket: number, fields, what went wrong, one button. Ctrl-Enter submits. */
export function ActionDialog({ ticket, title, submit, ready, busy, error, onSubmit, onClose, wide = false, children }: Props) {
  const { t } = useTexts();
  const send = (): void => {
    if (ready && !busy) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={wide ? 680 : 520} closeButtonProps={{ 'aria-label': t('action.close') }}>
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
