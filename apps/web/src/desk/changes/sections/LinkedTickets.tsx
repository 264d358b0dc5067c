import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StatePill } from '../../marks/StatePill';
import { useTexts } from '../../texts';
import c from '../document.module.css';
import { changeQueries } from '../change-queries';

/** Incidents that belong to the change: those it is to solve, or those it has caused. */
export function LinkedTickets({ id, kind }: { id: string; kind: 'resolved_by' | 'caused_by' }) {
  const { t } = useTexts();
  const { data = [] } = useQuery(changeQueries.links(id));
  const found = data.filter((link) => link.kind === kind && link.direction === 'in');
  if (found.length === 0) return null;
  return (
    <div className={c.linked}>
      <h3>{t(kind === 'caused_by' ? 'change.caused.title' : 'change.field.incidents')}</h3>
      <ul>
        {found.map(({ ticket, title, state }) => (
          <li key={ticket.id}>
            <Link to="/desk/tickets/$number" params={{ number: ticket.number }} search={{ view: 'all' }}>
              <span className="num">{ticket.number}</span> {title}
            </Link>
            <StatePill state={state} />
          </li>
        ))}
      </ul>
    </div>
  );
}
