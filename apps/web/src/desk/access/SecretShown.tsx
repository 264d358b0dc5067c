import { Alert, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import d from '../campaigns/dialog.module.css';
import { useTexts } from '../texts';
import c from './access.module.css';

interface Props {
  title: string;
  warning: string;
  secret: string;
  /** What it is for, and until when. */
  use: string;
  /** The button of who has kept it. */
  kept: string;
  onClose: () => void;
}

/** A secret, this once: what is closed without copying it must be issued anew. */
export function SecretShown({ title, warning, secret, use, kept, onClose }: Props) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className={d.form}>
        <Alert color="yellow">{warning}</Alert>
        <code className={c.token}>{secret}</code>
        <p>{use}</p>
        <div className={d.foot}>
          {window.isSecureContext && (
            <Button variant="default" onClick={() => void copy().catch(() => undefined)}>
              {t(copied ? 'access.copied' : 'access.copy')}
            </Button>
          )}
          <Button onClick={onClose}>{kept}</Button>
        </div>
      </div>
    </Modal>
  );
}
