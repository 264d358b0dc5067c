import { Button, Popover, Select } from '@mantine/core';
import { IconFilter, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { queries } from '../data/queries';
import { referenceQuery } from '../data/reference-words';
import type { Group, Person, Ref } from '../data/types';
import { useTexts, type DeskTexts } from '../texts';
import { filterKeys, isFiltered, toggled, withoutFilters, withValue, type FilterKey } from './queue-search';
import { daysText, MoreFilters, Toggles } from './MoreFilters';
import c from './list.module.css';
import { useQueueSearch } from './use-queue';

const states = ['new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;
const priorities = ['1', '2', '3', '4', '5'] as const;
type ListKey = 'institutionId' | 'serviceId' | 'category' | 'groupId' | 'assigneeId';

function everyMember(groups: Group[]): Person[] {
  const people = new Map(groups.flatMap((group) => group.members).map((person) => [person.id, person]));
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'lv'));
}

function useChoices(): Record<ListKey, Ref[]> {
  const { data: institutions = [] } = useQuery(queries.institutions());
  const { data: services = [] } = useQuery(queries.services());
  const { data: groups = [] } = useQuery(queries.groups());
  const { locale } = useTexts();
  const { data: words = [] } = useQuery(referenceQuery);
  const category = words
    .filter(({ list }) => list === 'category')
    .map(({ code, nameLv, nameEn }) => ({ id: code, name: locale === 'lv' ? nameLv : nameEn }));
  return { institutionId: institutions, serviceId: services, category, groupId: groups, assigneeId: everyMember(groups) };
}

/** Nobody is a person to look for too. */
function optionsOf(key: ListKey, items: Ref[], nobody: string): { value: string; label: string }[] {
  const named = items.map((item) => ({ value: item.id, label: item.name }));
  return key === 'assigneeId' ? [{ value: 'nobody', label: nobody }, ...named] : named;
}

function FilterForm() {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  const choices = useChoices();
  const set = (key: FilterKey, value: string | null | undefined): void => change(withValue(search, key, value));
  return (
    <div className={c.filterForm}>
      <Toggles
        title={t('queue.column.state')}
        values={states}
        chosen={search.state}
        name={(state) => t(`state.${state}` as 'state.new')}
        onToggle={(state) => set('state', toggled(search.state, state))}
      />
      <Toggles
        title={t('queue.filter.priority')}
        values={priorities}
        chosen={search.priority}
        name={(priority) => `P${priority}`}
        onToggle={(priority) => set('priority', toggled(search.priority, priority))}
      />
      {(['institutionId', 'serviceId', 'category', 'groupId', 'assigneeId'] as const).map((key) => (
        <Select
          key={key}
          size="sm"
          label={t(`queue.filter.${key}`)}
          placeholder={t('queue.filter.any')}
          data={optionsOf(key, choices[key], t('desk.unassigned'))}
          value={search[key] ?? null}
          onChange={(value) => set(key, value)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
          nothingFoundMessage={t('desk.nothingFound')}
          comboboxProps={{ withinPortal: false }}
        />
      ))}
      <MoreFilters search={search} set={set} />
    </div>
  );
}

/** The button with all filters behind it. */
export function FilterMenu() {
  const { t } = useTexts();
  const { search, change } = useQueueSearch();
  const title = useId();
  const count = filterKeys.filter((key) => key !== 'q' && search[key] !== undefined).length;
  return (
    <Popover position="bottom-end" width={340} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconFilter size={15} aria-hidden />}
          className={c.filterButton}
          aria-label={count > 0 ? `${t('queue.filters')}, ${t('queue.filter.on', { count })}` : t('queue.filters')}
        >
          <span className={c.wideOnly}>{t('queue.filters')}</span>
          {count > 0 && (
            <b className={c.badge} aria-hidden>
              {count}
            </b>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={title} mah="78vh" style={{ overflow: 'auto' }}>
        <div className={c.filterHead}>
          <b id={title}>{t('queue.filters')}</b>
          {isFiltered(search) && (
            <Button size="compact-sm" variant="subtle" onClick={() => change(withoutFilters(search))}>
              {t('queue.filter.clear')}
            </Button>
          )}
        </div>
        <FilterForm />
      </Popover.Dropdown>
    </Popover>
  );
}

function chipText(texts: DeskTexts, key: FilterKey, value: string, choices: Record<ListKey, Ref[]>): string {
  if (key === 'q') return texts.t('queue.filter.chipText', { text: value });
  const parts = value.split(',');
  if (key === 'state') return parts.map((state) => texts.t(`state.${state}` as 'state.new')).join(', ');
  if (key === 'priority') return parts.map((priority) => `P${priority}`).join(', ');
  if (key === 'type') return texts.t(`ticket.type.${value}` as 'ticket.type.incident');
  if (key === 'source') return parts.map((source) => texts.t(`source.${source}` as 'source.portal')).join(', ');
  if (key === 'dueBefore' || key === 'submittedFrom' || key === 'submittedTo') return daysText(texts, key, value);
  if (key === 'assigneeId' && value === 'nobody') return texts.t('desk.unassigned');
  if (key === 'requesterId') return texts.t('queue.filter.requester');
  return choices[key].find((item) => item.id === value)?.name ?? texts.t(`queue.filter.${key}`);
}

/** What narrows the list, each with its own cross. The group of a group's view is its title already. */
export function FilterChips() {
  const texts = useTexts();
  const { search, change } = useQueueSearch();
  const choices = useChoices();
  const shown = filterKeys.filter((key) => search[key] !== undefined && !(key === 'groupId' && search.view === 'all') && key !== 'q');
  if (shown.length === 0) return null;
  return (
    <ul className={c.chips} aria-label={texts.t('queue.filters')}>
      {shown.map((key) => {
        const text = chipText(texts, key, search[key] ?? '', choices);
        return (
          <li key={key}>
            {text}
            <button
              type="button"
              aria-label={texts.t('queue.filter.remove', { text })}
              onClick={() => change(withValue(search, key, null))}
            >
              <IconX size={13} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
