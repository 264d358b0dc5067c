import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '../data/queries';
import type { ClockExplanation } from '../data/types';
import { Triangle } from '../marks/ClockCell';
import { clockMood } from '../marks/clock-mood';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { useClockSentence } from './ClockStrip';
import c from './other-clocks.module.css';

type Kind = ClockExplanation['kind'];

/** What the law asks of a security incident: it comes before every other clock. */
export const LAWFUL: readonly Kind[] = ['statutory_warning', 'statutory_notification', 'statutory_final'];
/** What groups and suppliers have for their part. */
export const PARTIAL: readonly Kind[] = ['ola', 'supplier'];

function Line({ clock, number }: { clock: ClockExplanation; number: string }) {
  const { t } = useTexts();
  const now = useNow();
  const mood = clockMood(clock, now);
  const { main, detail } = useClockSentence(clock, mood, now);
  const late = mood === 'breach' || mood === 'late';
  return (
    <li>
      <Link
        to="/desk/tickets/$number/clocks"
        params={{ number }}
        hash={clock.id}
        className={c.line}
        data-mood={mood}
        title={t('clock.explain')}
      >
        <span className={c.name}>
          {t(`desk.clock.${clock.kind}`)}
          {clock.party && ` · ${clock.party.name}`}
          {late && <span className="vh"> {t('clock.lateMark')}</span>}
        </span>
        <b className="num">
          {late && <Triangle size={10} />}
          {main}
        </b>
        <small className="num">{detail}</small>
      </Link>
    </li>
  );
}

/** The open clocks beside the promise to the requester, each a line that leads to its explanation; nothing where none is open. */
export function OtherClocks({ number, kinds, label }: { number: string; kinds: readonly Kind[]; label: string }) {
  const { data = [] } = useQuery(queries.clocks(number));
  const open = data
    .filter(({ kind, state }) => kinds.includes(kind) && (state === 'running' || state === 'paused'))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  if (open.length === 0) return null;
  return (
    <ul className={c.lines} aria-label={label}>
      {open.map((clock) => (
        <Line key={clock.id} clock={clock} number={number} />
      ))}
    </ul>
  );
}
