import { Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { date } from '../../shared/format/dates';
import { useTexts, type DeskTexts } from '../texts';
import { toggled, type FilterKey, type QueueSearch } from './queue-search';
import c from './list.module.css';

const sources = ['portal', 'phone', 'email', 'in_person', 'monitoring', 'api', 'import'] as const;
const types = ['incident', 'change'] as const;
const dueWords = ['now', 'today', 'tomorrow', 'week'] as const;
const sinceWords = ['today', 'week', 'month'] as const;

interface TogglesProps {
  title: string;
  values: readonly string[];
  chosen: string | undefined;
  name: (value: string) => string;
  onToggle: (value: string) => void;
}

/** Values that are pressed in, one beside the other. */
export function Toggles({ title, values, chosen, name, onToggle }: TogglesProps) {
  const id = useId();
  const on = chosen?.split(',') ?? [];
  return (
    <div className={c.toggles} role="group" aria-labelledby={id}>
      <span id={id}>{title}</span>
      {values.map((value) => (
        <button key={value} type="button" aria-pressed={on.includes(value)} onClick={() => onToggle(value)}>
          {name(value)}
        </button>
      ))}
    </div>
  );
}

type DayKey = 'dueBefore' | 'submittedFrom' | 'submittedTo';

/** A filter by days in words: "due today", "filed since 1.11.2026." */
export function daysText({ t, locale }: DeskTexts, key: DayKey, value: string): string {
  if (key === 'dueBefore' && dueWords.some((word) => word === value)) return t(`queue.due.${value}` as 'queue.due.now');
  if (key === 'submittedFrom' && sinceWords.some((word) => word === value)) return t(`queue.since.${value}` as 'queue.since.today');
  return t(`queue.day.${key}`, { day: date(`${value}T12:00:00Z`, locale) });
}

interface Props {
  search: QueueSearch;
  set: (key: FilterKey, value: string | null | undefined) => void;
}

/** Where tickets came from, of which type, due and filed when. Words such as "today" move with the days, also in a saved view. */
export function MoreFilters({ search, set }: Props) {
  const { t } = useTexts();
  const clear = { 'aria-label': t('queue.filter.clearOne') };
  const day = (key: DayKey): string => (/^\d/.test(search[key] ?? '') ? (search[key] ?? '') : '');
  return (
    <>
      <Toggles
        title={t('queue.filter.source')}
        values={sources}
        chosen={search.source}
        name={(source) => t(`source.${source}` as 'source.portal')}
        onToggle={(source) => set('source', toggled(search.source, source))}
      />
      <Toggles
        title={t('queue.filter.type')}
        values={types}
        chosen={search.type}
        name={(type) => t(`ticket.type.${type}` as 'ticket.type.incident')}
        onToggle={(type) => set('type', search.type === type ? null : type)}
      />
      <Select
        size="sm"
        label={t('queue.filter.dueBefore')}
        placeholder={t('queue.filter.any')}
        data={dueWords.map((value) => ({ value, label: t(`queue.due.${value}`) }))}
        value={dueWords.find((word) => word === search.dueBefore) ?? null}
        onChange={(value) => set('dueBefore', value)}
        clearable
        clearButtonProps={clear}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        size="sm"
        label={t('queue.filter.submitted')}
        placeholder={t('queue.filter.any')}
        data={sinceWords.map((value) => ({ value, label: t(`queue.since.${value}`) }))}
        value={sinceWords.find((word) => word === search.submittedFrom) ?? null}
        onChange={(value) => set('submittedFrom', value)}
        clearable
        clearButtonProps={clear}
        comboboxProps={{ withinPortal: false }}
      />
      <div className={c.days}>
        <TextInput
          type="date"
          size="sm"
          label={t('queue.filter.from')}
          value={day('submittedFrom')}
          onChange={(event) => set('submittedFrom', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          size="sm"
          label={t('queue.filter.to')}
          value={day('submittedTo')}
          onChange={(event) => set('submittedTo', event.currentTarget.value)}
        />
      </div>
    </>
  );
}
