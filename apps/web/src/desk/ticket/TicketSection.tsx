import type { ReactNode } from 'react';
import c from './section.module.css';

/** One property of a ticket that is a list: its name, what is in it, and how to add to it. */
export function TicketSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={c.section} aria-label={label}>
      <h3>{label}</h3>
      <div>{children}</div>
    </section>
  );
}
