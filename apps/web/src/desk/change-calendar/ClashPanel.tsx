import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconChevronLeft, IconChevronRight, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { inRiga } from '../../shared/format/riga-time';
import { useTexts } from '../texts';
import type { CalendarChange, CalendarConflict, ChangeCalendar } from './calendar-queries';
import type { Clash } from './conflict-pairs';
import c from './panels.module.css';
import { shortNumber, useCalendarWords } from './use-calendar-words';

interface Props {
  clashes: Clash[];
  at: number;
  onTurn: (at: number) => void;
  calendar: ChangeCalendar;
  moved: CalendarChange | null;
  /** Undefined while it is looked for, null where there is none. */
  slot: { from: string; to: string } | null | undefined;
  onMove: (change: CalendarChange) => void;
}

function Named({ change }: { change: CalendarChange }) {
  return (
    <>
      <Link to="/desk/changes/$number" params={{ number: change.number }} className="num">
        {shortNumber(change.number)}
      </Link>{' '}
      {change.title}
    </>
  );
}

function Reason({ conflict, calendar }: { conflict: CalendarConflict; calendar: ChangeCalendar }) {
  const { t } = useTexts();
  const words = useCalendarWords();
  const freeze = calendar.freezes.find(({ id }) => id === conflict.freezeId);
  if (freeze) return <li>{words.freeze(freeze)}</li>;
  return <li>{t(`chcal.why.${conflict.reason}`, { item: conflict.item?.tag ?? '' })}</li>;
}

function Slot({ moved, slot, onMove }: Pick<Props, 'slot' | 'onMove'> & { moved: CalendarChange }) {
  const { t } = useTexts();
  const { range } = useCalendarWords();
  return (
    <div className={c.slot}>
      <p>{t('chcal.nextFree')}</p>
      <b className="num" aria-live="polite">
        {slot ? range(slot) : t(slot === null ? 'chcal.noFree' : 'chcal.looking')}
      </b>
      <Button variant="default" size="sm" disabled={slot === undefined} onClick={() => onMove(moved)}>
        {t('chcal.moveNumber', { number: shortNumber(moved.number) })}
      </Button>
    </div>
  );
}

/** One clash in words: which two, why, and the next free slot with a button to move there. */
export function ClashPanel({ clashes, at, onTurn, calendar, moved, slot, onMove }: Props) {
  const { t } = useTexts();
  const { times } = useCalendarWords();
  const clash = clashes[at];
  if (!clash) return null;
  const { first, second, blocking, conflicts } = clash;
  const Sign = blocking ? IconAlertTriangleFilled : IconInfoCircle;
  const { weekday, day, month } = inRiga(clash.from);
  const when = { weekday: t(`weekday.on.${weekday}`), day: `${day}.${month}.`, times: times(clash) };
  return (
    <section className={c.clash} data-blocking={blocking || undefined} aria-live="polite">
      <header>
        <h2>
          <Sign size={17} aria-hidden /> {t(blocking ? 'chcal.clashOn' : 'chcal.warningOn', when)}
        </h2>
        {clashes.length > 1 && (
          <span className={c.turn}>
            <ActionIcon variant="subtle" size={28} disabled={at === 0} aria-label={t('chcal.previousClash')} onClick={() => onTurn(at - 1)}>
              <IconChevronLeft size={16} aria-hidden />
            </ActionIcon>
            <span className="num">{t('chcal.clashOf', { at: String(at + 1), count: String(clashes.length) })}</span>
            <ActionIcon
              variant="subtle"
              size={28}
              disabled={at + 1 >= clashes.length}
              aria-label={t('chcal.nextClash')}
              onClick={() => onTurn(at + 1)}
            >
              <IconChevronRight size={16} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </header>
      <div className={c.body}>
        <div>
          <p>
            <Named change={first} />
            {second && <> {t('chcal.and')} </>}
            {second && <Named change={second} />}
          </p>
          <ul>
            {conflicts.map((conflict) => (
              <Reason key={conflict.reason} conflict={conflict} calendar={calendar} />
            ))}
          </ul>
        </div>
        {moved && <Slot moved={moved} slot={slot} onMove={onMove} />}
      </div>
    </section>
  );
}
