import { IconActivity, IconDatabaseImport, IconMail, IconPhone, IconRobot, IconUsers, IconWorld, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { TicketSummary } from '../data/types';
import { AsideMark } from '../marks/AsideMark';
import { Avatar } from '../marks/Avatar';
import { ClockCell } from '../marks/ClockCell';
import { leadingClock } from '../marks/clock-mood';
import { PriorityBars } from '../marks/PriorityBars';
import { StatePill, StateSign } from '../marks/StatePill';
import { useTexts } from '../texts';
import { ColumnCell } from './ColumnCells';
import type { Column } from './queue-search';
import c from './rows.module.css';

const sources: Record<string, Icon> = {
  portal: IconWorld,
  phone: IconPhone,
  email: IconMail,
  in_person: IconUsers,
  api: IconRobot,
  monitoring: IconActivity,
  import: IconDatabaseImport,
};

interface Props {
  ticket: TicketSummary;
  /** Where J and K stand. */
  current: boolean;
  /** Open beside the list. */
  open: boolean;
  /** Changed by somebody a moment ago. */
  changed: boolean;
  /** Changed since the list was read: it may belong elsewhere by now, and stays here until the list is read again. */
  stale: boolean;
  /** What the wide list shows beside the subject; no array anew for each drawing. */
  columns: readonly Column[];
  /** Stays the same function, or every row is drawn anew with each step of the cursor. */
  onCursor: (id: string) => void;
}

/** A ticket in two lines: subject over number, person and institution; state, clock, assignee. The whole row is one link. */
export const TicketRow = memo(function TicketRow({ ticket, current, open, changed, stale, columns, onCursor }: Props) {
  const { t, has } = useTexts();
  const Source = sources[ticket.source] ?? IconWorld;
  const sourceKey = `source.${ticket.source}`;
  const clock = leadingClock(ticket.clocks);
  return (
    <Link
      to={ticket.type === 'change' ? '/desk/changes/$number' : '/desk/tickets/$number'}
      params={{ number: ticket.number }}
      search={(old) => old}
      className={c.row}
      data-current={current || undefined}
      data-changed={changed || undefined}
      data-new={ticket.state === 'new' || undefined}
      aria-current={open || undefined}
      onFocus={() => onCursor(ticket.id)}
    >
      <PriorityBars priority={ticket.priority} />
      <span className={c.subject}>
        <b title={ticket.title}>{ticket.title}</b>
        <small>
          <span className={c.stateSign}>
            <StateSign state={ticket.state} holdReason={ticket.holdReason} />
          </span>
          <Source className={c.source} size={13} role="img" aria-label={has(sourceKey) ? t(sourceKey) : ticket.source} />
          <span className="num">{ticket.number}</span>
          <i aria-hidden>·</i>
          <span className={c.cut}>{ticket.affectedUser.name}</span>
          {!columns.includes('institution') && (
            <span className={c.cut} data-institution>
              {ticket.institution.name}
            </span>
          )}
          <AsideMark until={ticket.asideUntil} />
          {stale && <em>{t('queue.changed')}</em>}
        </small>
      </span>
      {columns.map((column) => (
        <ColumnCell key={column} column={column} ticket={ticket} />
      ))}
      <span className={c.stateColumn}>
        <StatePill state={ticket.state} holdReason={ticket.holdReason} />
      </span>
      <span className={`num ${c.due}`}>{clock && <ClockCell clock={clock} />}</span>
      <Avatar name={ticket.assignee?.name ?? null} />
    </Link>
  );
});
