import { ActionIcon, Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { IconCalendarShare, IconChevronLeft, IconChevronRight, IconPrinter, IconSnowflake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../data/queries';
import { useMe } from '../data/session';
import { useTexts } from '../texts';
import { calendarViews, type CalendarSearch, type CalendarViewName, turned } from './calendar-search';
import c from './calendar.module.css';

interface Props {
  search: CalendarSearch;
  view: CalendarViewName;
  day: string;
  change: (part: { [Key in keyof CalendarSearch]: CalendarSearch[Key] | undefined }) => void;
  mayWindows: boolean;
  onFeed: () => void;
  onWindows: () => void;
}

function Filters({ search, change }: Pick<Props, 'search' | 'change'>) {
  const { t } = useTexts();
  const staff = useMe().rights.includes('change.read');
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const choice = (
    label: string,
    value: string | undefined,
    items: readonly { id: string; name: string }[],
    set: (id: string | undefined) => void,
  ) => (
    <Select
      className={c.filter}
      aria-label={label}
      placeholder={label}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => set(id ?? undefined)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
  return (
    <>
      {choice(t('chcal.allServices'), search.serviceId, services, (serviceId) => change({ serviceId }))}
      {institutions.length > 1 &&
        choice(t('chcal.allInstitutions'), search.institutionId, institutions, (institutionId) => change({ institutionId }))}
      {staff && (
        <Checkbox
          label={t('chcal.wished')}
          checked={search.wished ?? false}
          onChange={(event) => change({ wished: event.currentTarget.checked ? true : undefined })}
        />
      )}
    </>
  );
}

/** Which days, of what; and what else can be done with the calendar. */
export function Toolbar({ search, view, day, change, mayWindows, onFeed, onWindows }: Props) {
  const { t } = useTexts();
  return (
    <div className={c.bar}>
      <div className={c.step} role="group" aria-label={t('chcal.days')}>
        <ActionIcon size={36} variant="default" aria-label={t('chcal.earlier')} onClick={() => change({ day: turned(view, day, -1) })}>
          <IconChevronLeft size={17} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => change({ day: undefined })}>
          {t('chcal.today')}
        </Button>
        <ActionIcon size={36} variant="default" aria-label={t('chcal.later')} onClick={() => change({ day: turned(view, day, 1) })}>
          <IconChevronRight size={17} aria-hidden />
        </ActionIcon>
      </div>
      <SegmentedControl
        aria-label={t('chcal.view')}
        value={view}
        onChange={(next) => change({ show: calendarViews.find((one) => one === next) })}
        data={calendarViews.map((value) => ({ value, label: t(`chcal.view.${value}`) }))}
      />
      <Filters search={search} change={change} />
      <span className={c.tools}>
        {mayWindows && (
          <Button variant="default" leftSection={<IconSnowflake size={16} aria-hidden />} onClick={onWindows}>
            {t('chcal.windows')}
          </Button>
        )}
        <ActionIcon size={36} variant="default" aria-label={t('chcal.feedTitle')} title={t('chcal.feedTitle')} onClick={onFeed}>
          <IconCalendarShare size={17} aria-hidden />
        </ActionIcon>
        <ActionIcon size={36} variant="default" aria-label={t('chcal.print')} title={t('chcal.print')} onClick={() => window.print()}>
          <IconPrinter size={17} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  );
}
