import { Button, Skeleton } from '@mantine/core';
import { IconPencilPlus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import { useRight } from '../data/session';
import { useNow } from '../now';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';
import type { CalendarSearch } from './calendar-search';
import type { Calendar, CalendarDetail } from './calendar-types';
import { CalendarView } from './CalendarView';
import c from './calendars.module.css';
import { Faults } from './dialogs/Faults';
import { NewCalendarDialog } from './dialogs/NewCalendarDialog';
import { useSaveDraft } from './use-draft-changes';
import { SlaTabs } from '../policies/SlaTabs';

const route = getRouteApi('/admin/calendars');

/** One link for each calendar; the one that is shown is marked. */
function CalendarTabs({ calendars, id, onChoose }: { calendars: readonly Calendar[]; id: string; onChoose: (id: string) => void }) {
  const { t, locale } = useTexts();
  return (
    <nav className={c.tabs} aria-label={t('cal.calendars')}>
      {calendars.map((calendar) => (
        <button key={calendar.id} type="button" aria-current={calendar.id === id || undefined} onClick={() => onChoose(calendar.id)}>
          <b>{locale === 'lv' ? calendar.nameLv : calendar.nameEn}</b>
          <small>
            {calendar.code} ·{' '}
            {calendar.versions[0] ? t('cal.version', { number: String(calendar.versions[0].version) }) : t('cal.unpublished')}
            {calendar.hasDraft && <em>{t('cal.hasDraft')}</em>}
          </small>
        </button>
      ))}
    </nav>
  );
}

function BeginDraft({ calendar, onBegun }: { calendar: CalendarDetail; onBegun: () => void }) {
  const { t } = useTexts();
  const save = useSaveDraft(calendar);
  // The button is gone as soon as there is a draft, and with it what a mutation would call back: the promise is not.
  const begin = (): void => void save.mutateAsync({ change: {}, done: 'cal.begun' }).then(onBegun, () => undefined);
  return (
    <>
      <Button leftSection={<IconPencilPlus size={16} aria-hidden />} loading={save.isPending} onClick={begin}>
        {t('cal.begin')}
      </Button>
      {save.error && <Faults error={save.error} />}
    </>
  );
}

/** Working calendars: a year at a glance, what each rests on, a try-out, and the way from a draft to the next version. */
export function CalendarsPage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayDraft = useRight('sla.draft');
  const [making, setMaking] = useState(false);
  const now = useNow();
  const year = search.year ?? inRiga(now).year;
  const list = useQuery(calendarQueries.list());
  const id = search.calendar ?? (list.data?.find(({ code }) => code === 'lv-8x5') ?? list.data?.[0])?.id ?? '';
  const detail = useQuery(calendarQueries.detail(id));
  const go = (part: CalendarSearch): void =>
    void navigate({ to: '/admin/calendars', search: { ...search, calendar: id, ...part }, replace: true });
  const error = list.error ?? detail.error;
  if (error) return <FailedPage error={error} reset={() => void Promise.all([list.refetch(), detail.refetch()])} />;
  const calendar = detail.data;
  return (
    <main className={c.page}>
      <header className={c.head}>
        <div>
          <SlaTabs here="calendars" />
          <h1>{t('cal.title')}</h1>
          <p>{t('cal.intro')}</p>
        </div>
        {mayDraft && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
            {t('cal.new')}
          </Button>
        )}
        {mayDraft && calendar && !calendar.draft && (
          <BeginDraft calendar={calendar} onBegun={() => go({ rules: 'draft', panel: 'rules' })} />
        )}
      </header>
      {list.data && (
        <CalendarTabs calendars={list.data} id={id} onChoose={(next) => go({ calendar: next, rules: 'in-force', panel: 'rules' })} />
      )}
      {calendar ? (
        <CalendarView key={calendar.id} calendar={calendar} year={year} search={search} go={go} />
      ) : (
        <Skeleton height={620} radius={12} />
      )}
      {making && (
        <NewCalendarDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            go({ calendar: made, rules: 'draft', panel: 'rules' });
          }}
        />
      )}
    </main>
  );
}
