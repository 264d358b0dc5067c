import { useState } from 'react';
import { Button } from '../components/button';
import { FileList } from '../components/file-drop';
import { Notice } from '../components/notice';
import { sendFiles } from '../data/ticket-calls';
import { useTexts } from '../texts';

/** Files that did not arrive with a ticket: which, and one button to try again. */
export function MissingFiles({ ticketId, missing }: { ticketId: string; missing: File[] }) {
  const { t } = useTexts();
  const [left, setLeft] = useState(missing);
  const [busy, setBusy] = useState(false);
  if (left.length === 0) return missing.length > 0 ? <Notice kind="good">{t('filed.filesSent')}</Notice> : null;
  const again = async (): Promise<void> => {
    setBusy(true);
    setLeft(await sendFiles(ticketId, left));
    setBusy(false);
  };
  return (
    <>
      <Notice kind="warning">{t('filed.filesMissing', { count: left.length })}</Notice>
      <FileList files={left} onFiles={setLeft} />
      <Button busy={busy} onClick={() => void again()}>
        {t('action.retry')}
      </Button>
    </>
  );
}
