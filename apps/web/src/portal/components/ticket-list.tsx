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

function Row({ ticket, now, reader }: { ticket: TicketSummary; now: number; reader: string | null }) {
  const { t, locale } = useTexts();
  // Of a colleague's ticket the reader is asked nothing.
  const mine = reader === null || [ticket.requester.id, ticket.affectedUser.id].includes(reader);
  const waiting = mine && awaitsRequester(ticket);
  return (
    <li className={waiting ? css.urge : undefined}>
      <Link className={css.row} to={`/tickets/${ticket.number}`}>
        <span className={css.text}>
          <span className={css.title}>{ticket.title}</span>
          {waiting && <span className={css.call}>{t('list.awaitsYou')}</span>}
          {mine && ticket.state === 'resolved' && <span className={css.check}>{t('list.checkResolved')}</span>}
          <span className={css.facts}>
            {ticket.number} · {reader !== null && `${ticket.affectedUser.name} · `}
            <Promised ticket={ticket} now={now} />
            {t('list.updated', { ago: ago(ticket.updatedAt, now, locale) })}
          </span>
        </span>
        <StatePill ticket={ticket} colleagues={!mine} />
      </Link>
    </li>
  );
}

/** Tickets as two-line rows: what it is about, where it stands, until when. With a `reader` they are those of many people, who are named. */
export function TicketList({ tickets, reader = null }: { tickets: TicketSummary[]; reader?: string | null }) {
  const now = useNow();
  return (
    <ul className={css.list}>
      {tickets.map((ticket) => (
        <Row key={ticket.id} ticket={ticket} now={now} reader={reader} />
      ))}
    </ul>
  );
}
