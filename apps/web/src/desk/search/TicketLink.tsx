import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A link to a ticket's own page, whatever its type. */
export function TicketLink({ type, number, children }: { type: string; number: string; children: ReactNode }) {
  if (type === 'change')
    return (
      <Link to="/desk/changes/$number" params={{ number }}>
        {children}
      </Link>
    );
  if (type === 'problem')
    return (
      <Link to="/desk/problems/$number" params={{ number }}>
        {children}
      </Link>
    );
  return (
    <Link to="/desk/tickets/$number" params={{ number }} search={{ view: 'all' }}>
      {children}
    </Link>
  );
}
