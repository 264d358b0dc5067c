import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { inRiga, type Month } from '../../shared/format/riga-time';
import { ChangeTabs } from '../changes/ChangeTabs';
import { ScheduleDialog } from '../changes/dialogs/ScheduleDialog';
import { queries } from '../data/queries';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useNow } from '../now';
import reports from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { rigaInstant, rigaWall } from '../ticket/riga-wall';
import { useTexts } from '../texts';
import { Agenda } from './Agenda';
import { plusDays } from './calendar-days';
import { calendarQueries, type CalendarChange, type ChangeCalendar, minutesOf } from './calendar-queries';
import { type CalendarSearch, datesShown } from './calendar-search';
import c from './calendar.module.css';
import { ClashPanel } from './ClashPanel';
import { clashesOf, toMove } from './conflict-pairs';
import { FeedDialog } from './FeedDialog';
import { LaneGrid } from './LaneGrid';
import { Legend } from './Legend';
import { MonthGrid } from './MonthGrid';
import panels from './panels.module.css';
import { Toolbar } from './Toolbar';
import { WindowsDialog } from './WindowsDialog';

const route = getRouteApi('/desk/calendar');

interface Moving {
  change: CalendarChange;
  window: { from: string; to: string };
}

/** The same time of day on another date. */
function onDate(change: CalendarChange, date: string): { from: string; to: string } {
  const from = rigaInstant(`${date}T${rigaWall(change.from).slice(11)}`) ?? change.from;
  return { from, to: new Date(Date.parse(from) + minutesOf(change) * 60_000).toISOString() };
}

function Head({
  calendar,
  dates,
  search,
  month,
}: {
  calendar: ChangeCalendar | undefined;
  dates: string[];
  search: CalendarSearch;
  month: string | null;
}) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { data: institutions } = useQuery(queries.institutions());
  const institution = institutions?.find(({ id }) => id === search.institutionId);
  const clashes = calendar ? clashesOf(calendar).length : 0;
  const parts = [
    month ?? `${date(`${dates[0]}T12:00:00Z`)}–${date(`${dates.at(-1)}T12:00:00Z`)}`,
    ...(calendar
      ? [
          t('chcal.changeCount', { count: calendar.changes.length }),
          ...(clashes > 0 ? [t('chcal.clashCount', { count: clashes })] : []),
          ...(calendar.freezes.length > 0 ? [t('chcal.freezeCount', { count: calendar.freezes.length })] : []),
        ]
      : []),
  ];
  return (
    <header className={reports.head}>
      <div>
        <h1>{institution ? t('chcal.titleOf', { institution: institution.name }) : t('chcal.title')}</h1>
        <p className="num">{parts.join(' · ')}</p>
      </div>
    </header>
  );
}

interface ShownProps {
  calendar: ChangeCalendar;
  dates: string[];
  view: string;
  month: string;
  move: (moving: Moving) => void;
}

function Shown({ calendar, dates, view, month, move }: ShownProps) {
  const now = useNow();
  const clashes = useMemo(() => clashesOf(calendar), [calendar]);
  const [turnedTo, turnTo] = useState(0);
  const at = Math.min(turnedTo, Math.max(0, clashes.length - 1));
  const moved = clashes[at] ? toMove(clashes[at]) : null;
  const soonest = new Date(Math.ceil(now / 900_000) * 900_000).toISOString();
  const from = moved && moved.from > soonest ? moved.from : soonest;
  const { data: free } = useQuery({ ...calendarQueries.freeSlot(moved ?? ({} as CalendarChange), from), enabled: moved !== null });
  const slot = moved ? (free ? free.slot : undefined) : null;
  const onMove = (change: CalendarChange, date?: string): void => {
    const window = date ? onDate(change, date) : change === moved && slot ? slot : { from: change.from, to: change.to };
    move({ change, window });
  };
  return (
    <>
      <div className={c.wide}>
        {view === 'month' ? (
          <MonthGrid calendar={calendar} dates={dates} month={month} clashes={clashes} />
        ) : (
          <LaneGrid
            calendar={calendar}
            dates={dates}
            clashes={clashes}
            slot={moved && slot ? { change: moved, ...slot } : null}
            onMove={onMove}
          />
        )}
      </div>
      <Agenda calendar={calendar} dates={dates} onMove={onMove} />
      <div className={panels.panels}>
        {clashes.length > 0 && (
          <ClashPanel clashes={clashes} at={at} onTurn={turnTo} calendar={calendar} moved={moved} slot={slot} onMove={onMove} />
        )}
        <Legend calendar={calendar} />
      </div>
    </>
  );
}

function Dialogs({
  open,
  moving,
  search,
  close,
}: {
  open: string | null;
  moving: Moving | null;
  search: CalendarSearch;
  close: () => void;
}) {
  const override = useRight('change.manage');
  const { serviceId, institutionId } = search;
  const filter = { ...(serviceId ? { serviceId } : {}), ...(institutionId ? { institutionId } : {}) };
  return (
    <>
      {moving && (
        <ScheduleDialog
          key={`${moving.change.id} ${moving.window.from}`}
          change={{ ...moving.change, window: { from: moving.change.from, to: moving.change.to }, abilities: { override } }}
          thought={moving.window}
          onClose={close}
        />
      )}
      {open === 'feed' && <FeedDialog filter={filter} onClose={close} />}
      {open === 'windows' && <WindowsDialog onClose={close} />}
    </>
  );
}

/** The calendar of changes: by weeks in lanes of services or by the month; clashes explained, with the next free slot. */
export function ChangeCalendarPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = inRiga(useNow()).date;
  const { show: view = 'lanes', day = today, serviceId, institutionId, wished } = search;
  const dates = useMemo(() => datesShown(view, day), [view, day]);
  const asked = { from: dates[0]!, to: plusDays(dates.at(-1)!, 1), ...(wished ? { wished } : {}) };
  const { data, error, refetch } = useQuery(
    calendarQueries.shown({ ...asked, ...(serviceId ? { serviceId } : {}), ...(institutionId ? { institutionId } : {}) }),
  );
  const [moving, setMoving] = useState<Moving | null>(null);
  const [open, setOpen] = useState<'feed' | 'windows' | null>(null);
  if (error) return <FailedPage error={error} reset={() => void refetch()} />;
  const close = (): void => {
    setMoving(null);
    setOpen(null);
  };
  const change = (part: { [Key in keyof CalendarSearch]: CalendarSearch[Key] | undefined }): void => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined));
    void navigate({ search: next, replace: true });
  };
  const month = view === 'month' ? `${t(`month.name.${Number(day.slice(5, 7)) as Month}`)} ${day.slice(0, 4)}` : null;
  return (
    <main className={reports.page} aria-label={t('chcal.title')}>
      <ChangeTabs />
      <Head calendar={data} dates={dates} search={search} month={month} />
      <Toolbar
        {...{ search, view, day, change }}
        mayWindows={data?.abilities.windows ?? false}
        onFeed={() => setOpen('feed')}
        onWindows={() => setOpen('windows')}
      />
      {!data && <Skeleton height={480} radius={12} role="status" aria-label={t('desk.loading')} />}
      {data && <Shown calendar={data} dates={dates} view={view} month={day.slice(0, 7)} move={setMoving} />}
      <Dialogs open={open} moving={moving} search={search} close={close} />
    </main>
  );
}
