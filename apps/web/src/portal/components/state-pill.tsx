import {
  IconCheck,
  IconCircleDot,
  IconClockPause,
  IconLock,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserCheck,
  IconX,
} from '@tabler/icons-react';
import type { TicketSummary } from '../../shared/api/api-types';
import { useTexts } from '../texts';
import css from './state-pill.module.css';

const looks = {
  new: [css.new, IconCircleDot],
  assigned: [css.open, IconUserCheck],
  in_progress: [css.open, IconPlayerPlay],
  on_hold: [css.pending, IconPlayerPause],
  resolved: [css.done, IconCheck],
  closed: [css.off, IconLock],
  cancelled: [css.off, IconX],
} as const;

/** Whether the next word is the requester's. */
export const awaitsRequester = (ticket: Pick<TicketSummary, 'state' | 'holdReason'>): boolean =>
  ticket.state === 'on_hold' && ticket.holdReason === 'awaiting_requester';

interface Props {
  ticket: Pick<TicketSummary, 'state' | 'holdReason'>;
  /** Another person's: then nobody waits for the reader. */
  colleagues?: boolean;
}

/** The state in words, with a sign of its own. */
export function StatePill({ ticket, colleagues = false }: Props) {
  const { t } = useTexts();
  const waiting = awaitsRequester(ticket);
  const [look, Sign] = looks[ticket.state];
  const Icon = waiting ? IconClockPause : Sign;
  return (
    <span className={`${css.pill} ${look}`}>
      <Icon size={14} stroke={2.2} aria-hidden />
      {waiting ? t(colleagues ? 'institution.awaits' : 'state.awaitsYou') : t(`state.${ticket.state}`)}
    </span>
  );
}
