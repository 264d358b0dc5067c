import { IconCheck } from '@tabler/icons-react';
import type { Ticket } from '../../shared/api/api-types';
import { byWhen } from '../../shared/format/wording';
import { buttonClass } from '../components/button';
import { Card } from '../components/card';
import { Page } from '../components/page';
import { useNow } from '../data/use-now';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from '../pages/new-incident.module.css';
import { HelpNow } from './desk-hours';
import { MissingFiles } from './missing-files';

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
          <HelpNow stopped={ticket.urgency === 1} afterwards />
          <MissingFiles ticketId={ticket.id} missing={missing} />
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
