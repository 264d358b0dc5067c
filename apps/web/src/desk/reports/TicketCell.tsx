import { Link } from '@tanstack/react-router';
import { useRight } from '../data/session';
import { useTexts } from '../texts';
import c from './reports.module.css';

/** Number and title, as a way to the ticket where the person may see it. */
export function TicketCell({ ticket }: { ticket: { number: string; title: string } | null }) {
  const { t } = useTexts();
  const desk = useRight('ticket.desk');
  if (!ticket) return <span className={c.dim}>{t('rows.notYours')}</span>;
  const { number, title } = ticket;
  return (
    <>
      {desk ? (
        <Link to="/desk/tickets/$number" params={{ number }} search={{ view: 'all' }}>
          {number}
        </Link>
      ) : (
        <span>{number}</span>
      )}{' '}
      {title}
    </>
  );
}
