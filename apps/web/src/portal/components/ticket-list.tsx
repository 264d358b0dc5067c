import type { TicketSummary } from '../../shared/api/api-types';
import { ago, dateTime, dayTime } from '../../shared/format/dates';
import { inRiga, millis } from '../../shared/format/riga-time';
import { useNow } from '../data/use-now';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import { awaitsRequester, StatePill } from './state-pill';
import css from './ticket-list.module.css';

const OVER = new Set(['resolved', 'closed', 'cancelled']);

/** The promise of a ticket in a line: until when we promised to solve it, or that we are late. */
function Promised({ ticket, now }: { ticket: TicketSummary; now: number }) {
  const { t, locale } = useTexts();
  const due = ticket.clocks.findLast((clock) => clock.kind === 'resolution' && clock.state === 'running')?.dueAt;
  if (!due || OVER.has(ticket.state)) return null;
  const sameYear = inRiga(due).year === inRiga(now).year;
  const when = sameYear ? dayTime(due, locale) : dateTime(due, locale);
  const late = millis(due) < now;
  return <span className={late ? css.late : undefined}>{t(late ? 'list.late' : 'list.promised', { when })} · </span>;
}

function Row({ ticket, now }: { ticket: TicketSummary; now: number }) {
  const { t, locale } = useTexts();
  const waiting = awaitsRequester(ticket);
  return (
    <li className={waiting ? css.urge : undefined}>
      <Link className={css.row} to={`/tickets/${ticket.number}`}>
        <span className={css.text}>
          <span className={css.title}>{ticket.title}</span>
          {waiting && <span className={css.call}>{t('list.awaitsYou')}</span>}
          {ticket.state === 'resolved' && <span className={css.check}>{t('list.checkResolved')}</span>}
          <span className={css.facts}>
            {ticket.number} · <Promised ticket={ticket} now={now} />
            {t('list.updated', { ago: ago(ticket.updatedAt, now, locale) })}
          </span>
        </span>
        <StatePill ticket={ticket} />
      </Link>
    </li>
  );
}

/** Tickets as two-line rows: what it is about, where it stands, until when. */
export function TicketList({ tickets }: { tickets: TicketSummary[] }) {
  const now = useNow();
  return (
    <ul className={css.list}>
      {tickets.map((ticket) => (
        <Row key={ticket.id} ticket={ticket} now={now} />
      ))}
    </ul>
  );
}
