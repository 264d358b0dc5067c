import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Ticket } from '../../shared/api/api-types';
import { byWhen } from '../../shared/format/wording';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { FileList } from '../components/file-drop';
import { Notice } from '../components/notice';
import { Page } from '../components/page';
import { useNow } from '../data/use-now';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from '../pages/new-incident.module.css';
import { sendFiles } from './incident-form';

/** Files that did not arrive with the ticket: which, and one button to try again. */
function MissingFiles({ ticket, missing }: { ticket: Ticket; missing: File[] }) {
  const { t } = useTexts();
  const [left, setLeft] = useState(missing);
  const [busy, setBusy] = useState(false);
  if (left.length === 0) return missing.length > 0 ? <Notice kind="good">{t('filed.filesSent')}</Notice> : null;
  const again = async (): Promise<void> => {
    setBusy(true);
    setLeft(await sendFiles(ticket.id, left));
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

/** The confirmation: the number, and until when we promise to answer and to solve it, in words. */
export function IncidentFiled({ ticket, missing }: { ticket: Ticket; missing: File[] }) {
  const texts = useTexts();
  const { t, rich } = texts;
  const now = useNow();
  const due = (kind: 'response' | 'resolution'): string | null => ticket.clocks.find((clock) => clock.kind === kind)?.dueAt ?? null;
  const answer = due('response');
  const solution = due('resolution');
  return (
    <Page title={t('filed.title', { number: ticket.number })} narrow>
      <Card className={css.done}>
        <i>
          <IconCheck size={22} stroke={2.4} aria-hidden />
        </i>
        <div className={css.doneText}>
          {answer && <p className={css.lead}>{rich('filed.answer', { when: byWhen(texts, answer, now) })}</p>}
          {solution && <p className={css.lead}>{rich('filed.solution', { when: byWhen(texts, solution, now) })}</p>}
          <p>{t('filed.next')}</p>
          <MissingFiles ticket={ticket} missing={missing} />
          <div className={css.actions}>
            <Link className={buttonClass('primary')} to={`/tickets/${ticket.number}`}>
              {t('filed.open')}
            </Link>
            <Link className={buttonClass('default')} to="/">
              {t('filed.home')}
            </Link>
          </div>
        </div>
      </Card>
    </Page>
  );
}
