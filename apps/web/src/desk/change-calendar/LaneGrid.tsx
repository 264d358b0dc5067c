import { IconSnowflake } from '@tabler/icons-react';
import { type DragEvent, useMemo, useRef, useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { datesOf, fractionOfDay, weekdayOfDate, weekOf } from './calendar-days';
import type { CalendarChange, CalendarFreeze, ChangeCalendar } from './calendar-queries';
import { ChangeChip, DRAGGED } from './ChangeChip';
import { type Clash, clashing } from './conflict-pairs';
import { Joins } from './Joins';
import c from './lanes.module.css';
import { freeLine, type Lane, lanesOf, type Placed } from './stack-lanes';
import { useCalendarWords } from './use-calendar-words';

export interface FreeSlotShown {
  change: CalendarChange;
  from: string;
  to: string;
}

interface Props {
  calendar: ChangeCalendar;
  dates: string[];
  clashes: Clash[];
  slot: FreeSlotShown | null;
  /** A change, and the date to which it was dragged. */
  onMove: (change: CalendarChange, date?: string) => void;
}

function Head({ dates, calendar }: Pick<Props, 'dates' | 'calendar'>) {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const off = new Map(calendar.daysOff.map((day) => [day.date, day]));
  const weeks = dates.filter((_, at) => at % 7 === 0);
  return (
    <>
      <span className={c.corner}>{t('chcal.service')}</span>
      {weeks.map((monday, at) => (
        <span key={monday} className={c.week} style={{ gridColumn: `${2 + at * 7} / span 7` }}>
          {t('chcal.week', { week: String(weekOf(monday)) })}
        </span>
      ))}
      {dates.map((date, at) => (
        <span
          key={date}
          className={c.day}
          data-off={off.get(date)?.kind}
          data-today={date === today || undefined}
          title={off.get(date)?.name ?? undefined}
          style={{ gridColumn: 2 + at }}
        >
          {t(`weekday.short.${weekdayOfDate(date)}`)}
          <b className="num">{Number(date.slice(8))}</b>
        </span>
      ))}
    </>
  );
}

function Cells({ lane, row, props: { calendar, dates, onMove } }: { lane: Lane; row: number; props: Props }) {
  const [over, setOver] = useState<string | null>(null);
  const off = useMemo(() => new Map(calendar.daysOff.map(({ date, kind }) => [date, kind])), [calendar]);
  const maintained = useMemo(() => {
    const hours = calendar.maintenance.filter(({ serviceId }) => serviceId === lane.id);
    return new Set(hours.map((window) => datesOf(window).first));
  }, [calendar, lane.id]);
  const drop = (event: DragEvent, date: string): void => {
    event.preventDefault();
    setOver(null);
    const change = calendar.changes.find(({ id }) => id === event.dataTransfer.getData(DRAGGED));
    if (change) onMove(change, date);
  };
  return dates.map((date, at) => (
    <span
      key={date}
      aria-hidden
      className={c.cell}
      data-off={off.get(date)}
      data-maintained={maintained.has(date) || undefined}
      data-over={over === date || undefined}
      style={{ gridColumn: 2 + at, gridRow: row }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(date);
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => drop(event, date)}
    />
  ));
}

function SlotMark({ slot, dates, placed }: { slot: FreeSlotShown; dates: string[]; placed: readonly Placed[] }) {
  const { t } = useTexts();
  const { times } = useCalendarWords();
  const column = dates.indexOf(datesOf(slot).first);
  if (column < 0) return null;
  const line = freeLine(placed, column);
  return (
    <li className={c.slot} style={{ gridColumn: column + 1, gridRow: line + 1 }}>
      <b>{t('chcal.freeSlot')}</b>
      <span className="num">{times(slot)}</span>
    </li>
  );
}

function LaneRow({ lane, row, props }: { lane: Lane; row: number; props: Props }) {
  const { t } = useTexts();
  const { calendar, dates, clashes, slot, onMove } = props;
  const service = calendar.services.find(({ id }) => id === lane.id);
  const clash = useMemo(() => clashing(clashes), [clashes]);
  const own = slot && lane.placed.some(({ change }) => change.id === slot.change.id) ? slot : null;
  return (
    <>
      <h3 className={c.name} style={{ gridRow: row }}>
        {service?.name ?? t('chcal.noService')}
        {service && <small>{t('chcal.institutions', { count: service.institutions })}</small>}
      </h3>
      <Cells lane={lane} row={row} props={props} />
      <ul className={c.lane} style={{ gridRow: row, gridTemplateColumns: `repeat(${dates.length}, minmax(0, 1fr))` }}>
        {lane.placed.map(({ change, column, end, line }) => (
          <li key={change.id} style={{ gridColumn: `${column + 1} / ${end + 1}`, gridRow: line + 1 }}>
            <ChangeChip change={change} clash={clash.get(change.id)} wide={dates.length <= 7} onMove={onMove} />
          </li>
        ))}
        {own && <SlotMark slot={own} dates={dates} placed={lane.placed} />}
      </ul>
    </>
  );
}

/** Part of the whole width that lies before an instant, in per cent. */
function offsetOf(at: string, dates: readonly string[]): number {
  const { date } = inRiga(at);
  if (date < dates[0]!) return 0;
  const index = dates.indexOf(date);
  return index < 0 ? 100 : (100 * (index + fractionOfDay(at))) / dates.length;
}

function Freeze({ freeze, dates }: { freeze: CalendarFreeze; dates: string[] }) {
  const words = useCalendarWords();
  const [left, right] = [offsetOf(freeze.from, dates), offsetOf(freeze.to, dates)];
  // Words are wider than a short band; at the right edge they reach out to the left, so that nothing is cut.
  const narrow = right - left < 9 ? (right > 88 ? 'end' : 'begin') : undefined;
  return (
    <div className={c.freeze} style={{ left: `${left}%`, width: `${right - left}%` }}>
      <p data-narrow={narrow}>
        <IconSnowflake size={13} aria-hidden /> {words.freeze(freeze)}
      </p>
    </div>
  );
}

/** Freezes for everybody lie across all lanes, the others across the lane of their service. */
function Freezes({ calendar, dates, lanes }: Pick<Props, 'calendar' | 'dates'> & { lanes: Lane[] }) {
  return calendar.freezes.map((freeze) => {
    const own = lanes.findIndex(({ id }) => id !== null && id === freeze.service?.id);
    const rows = own < 0 ? `3 / span ${lanes.length}` : `${3 + own} / span 1`;
    return (
      <div key={freeze.id} className={c.overlay} style={{ gridRow: rows }}>
        <Freeze freeze={freeze} dates={dates} />
      </div>
    );
  });
}

/** Changes in lanes of services: what happens when, side by side; freezes across, maintenance at the foot, clashes joined. */
export function LaneGrid(props: Props) {
  const { t } = useTexts();
  const { calendar, dates, clashes } = props;
  const box = useRef<HTMLDivElement>(null);
  const lanes = useMemo(() => lanesOf(calendar.services, calendar.changes, dates), [calendar, dates]);
  return (
    <section className={c.frame} aria-label={t('chcal.title')}>
      <div ref={box} className={c.grid} style={{ gridTemplateColumns: `var(--names) repeat(${dates.length}, minmax(0, 1fr))` }}>
        <Head dates={dates} calendar={calendar} />
        {lanes.map((lane, at) => (
          <LaneRow key={lane.id ?? ''} lane={lane} row={3 + at} props={props} />
        ))}
        <Freezes calendar={calendar} dates={dates} lanes={lanes} />
        <Joins box={box} clashes={clashes} drawn={lanes} />
      </div>
    </section>
  );
}
