import {
  IconArrowRightCircle,
  IconBan,
  IconBulb,
  IconCalendarCheck,
  IconCheck,
  IconCircleDot,
  IconCircleX,
  IconClipboardCheck,
  IconClockPause,
  IconGavel,
  IconLock,
  IconPencil,
  IconPlayerPlay,
  IconScale,
  IconSearch,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { useTexts } from '../texts';
import c from './marks.module.css';

interface Look {
  icon: Icon;
  tone: 'new' | 'open' | 'pending' | 'resolved' | 'grey';
}

/** Each state has its own icon and word; the tone only groups them (UI: states to tokens). */
const looks: Record<string, Look> = {
  new: { icon: IconCircleDot, tone: 'new' },
  assigned: { icon: IconArrowRightCircle, tone: 'open' },
  in_progress: { icon: IconPlayerPlay, tone: 'open' },
  on_hold: { icon: IconClockPause, tone: 'pending' },
  resolved: { icon: IconCheck, tone: 'resolved' },
  closed: { icon: IconLock, tone: 'grey' },
  cancelled: { icon: IconCircleX, tone: 'grey' },
  draft: { icon: IconPencil, tone: 'new' },
  assessing: { icon: IconScale, tone: 'open' },
  awaiting_authorisation: { icon: IconGavel, tone: 'pending' },
  scheduled: { icon: IconCalendarCheck, tone: 'open' },
  implementing: { icon: IconPlayerPlay, tone: 'open' },
  review: { icon: IconClipboardCheck, tone: 'pending' },
  investigating: { icon: IconSearch, tone: 'open' },
  known_error: { icon: IconBulb, tone: 'pending' },
  fix_in_progress: { icon: IconTool, tone: 'open' },
  rejected: { icon: IconBan, tone: 'grey' },
};
const unknown: Look = { icon: IconCircleDot, tone: 'grey' };

interface Props {
  state: string;
  /** Says what an on-hold ticket waits for, instead of "on hold". */
  holdReason?: string | null;
  /** The word in place of the usual one: a problem is “jauna”, not “jauns”. */
  word?: string;
}

/** The word of a state; on hold says what it waits for. */
function useStateWord({ state, holdReason, word }: Props): string {
  const { t, has } = useTexts();
  if (word !== undefined) return word;
  const waiting = state === 'on_hold' && holdReason ? `hold.${holdReason}` : null;
  if (waiting && has(waiting)) return t(waiting);
  const key = `state.${state}`;
  return has(key) ? t(key) : state;
}

/** The state of a ticket as icon and word. */
export function StatePill(props: Props) {
  const look = looks[props.state] ?? unknown;
  const word = useStateWord(props);
  return (
    <span className={c.pill} data-tone={look.tone} title={word}>
      <look.icon size={13} stroke={2.2} aria-hidden />
      <span>{word}</span>
    </span>
  );
}

/** The state as its icon alone, where there is no room for the word. */
export function StateSign(props: Props) {
  const look = looks[props.state] ?? unknown;
  const word = useStateWord(props);
  return (
    <span className={c.sign} data-tone={look.tone} title={word}>
      <look.icon size={14} stroke={2.2} role="img" aria-label={word} />
    </span>
  );
}
