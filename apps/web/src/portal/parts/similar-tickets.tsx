import { IconTicket } from '@tabler/icons-react';
import { date } from '../../shared/format/dates';
import { Card } from '../components/card';
import { similarTickets } from '../data/similar-calls';
import { useResource } from '../data/use-resource';
import { useSettled } from '../data/use-settled';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from './disruption.module.css';

/** Fewer letters say nothing of what is meant. */
const TYPED_FROM = 3;

/** While somebody writes what does not work: open tickets about the same that he sees already. */
export function SimilarTickets({ title, serviceId }: { title: string; serviceId: string }) {
  const { t, locale } = useTexts();
  const typed = useSettled(title.trim().slice(0, 300));
  const asked = typed.length >= TYPED_FROM;
  const question = { title: typed, ...(serviceId ? { serviceId } : {}) };
  const { data } = useResource(
    `similar ${asked ? JSON.stringify(question) : ''}`,
    (signal) => (asked ? similarTickets(question, signal) : Promise.resolve([])),
    { keep: true },
  );
  const items = asked ? (data ?? []) : [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <Card padded={false} className={css.known ?? ''}>
          <header>
            <h2>{t('similar.title')}</h2>
          </header>
          <ul className={css.list}>
            {items.map((ticket) => (
              <li key={ticket.id} className={css.item}>
                <IconTicket size={22} aria-hidden />
                <div className={css.body}>
                  <h3>
                    <Link to={`/tickets/${ticket.number}`}>{ticket.title.text}</Link>
                  </h3>
                  <p className={css.when}>
                    {ticket.number} · {ticket.affectedUser.name} · {date(ticket.submittedAt, locale)}
                  </p>
                  <p className={css.when}>{t('similar.hint')}</p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
