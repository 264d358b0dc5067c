import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../data/session';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import c from './routing.module.css';
import { routingQueries } from './routing-queries';

/** By which rule a ticket was routed, and what became of the priority that the rule proposed. Nothing where no rule held. */
export function RoutedBy({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { rights } = useMe();
  const { data } = useQuery({ ...routingQueries.ofTicket(ticket.id), enabled: ticket.type === 'incident' });
  if (!data) return null;
  const { rule, ruleVersion, priorityTaken } = data;
  const unconfirmed = ticket.state === 'new' || ticket.state === 'assigned';
  const priority = rule.priority === null ? '' : `P${rule.priority}`;
  const proposes = priority !== '' && (priorityTaken ? unconfirmed : rule.priority !== ticket.priority);
  return (
    <div>
      <dt>{t('routing.routedBy')}</dt>
      <dd>
        {rights.includes('sla.read') ? (
          <Link to="/admin/routing" className={c.byRule}>
            {rule.title}
          </Link>
        ) : (
          rule.title
        )}
        {ruleVersion > 1 && ` · ${t('routing.version', { version: String(ruleVersion) })}`}
        {proposes && ` · ${t(priorityTaken ? 'routing.priorityTaken' : 'routing.priorityProposed', { priority })}`}
      </dd>
    </div>
  );
}
