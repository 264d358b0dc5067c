import { Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import type { ChangesSearch } from './changes-search';
import c from './changes.module.css';
import { changeKinds, changeStates, riskLevels } from './types';

const TYPING_MS = 250;

interface Props {
  search: ChangesSearch;
  go: (search: ChangesSearch) => void;
}
type Part = { [Key in keyof ChangesSearch]: ChangesSearch[Key] | undefined };

function SearchField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, TYPING_MS);
  return (
    <TextInput
      className={c.search}
      type="search"
      aria-label={t('changes.search')}
      placeholder={t('changes.searchPlaceholder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

function Choice({
  label,
  all,
  value,
  data,
  set,
}: {
  label: string;
  all: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  set: (value: string) => void;
}) {
  const { t } = useTexts();
  return (
    <Select
      className={c.filter}
      aria-label={label}
      data={[{ value: '', label: all }, ...data]}
      value={value ?? ''}
      onChange={(chosen) => set(chosen ?? '')}
      allowDeselect={false}
      searchable={data.length > 10}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}

/** The days that the window is to touch, the last one with it. */
function Days({ search, change }: { search: ChangesSearch; change: (part: Part) => void }) {
  const { t } = useTexts();
  // The end that was there before gives way where the new one lies on its wrong side.
  const set = (end: 'from' | 'until', date: string): void => {
    const next = { from: search.from, until: search.until, [end]: date };
    const backwards = next.from && next.until && next.from > next.until;
    change(backwards ? { from: date, until: date } : next);
  };
  return (
    <div className={c.days} role="group" aria-label={t('changes.filter.window')}>
      <span aria-hidden>{t('changes.filter.window')}</span>
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          aria-label={t(`changes.filter.${end}`)}
          value={search[end] ?? ''}
          onChange={(event) => set(end, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}

/** By words, state, kind, group, service, risk and window; kept in the address. */
export function ChangeFilters({ search, go }: Props) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  const { data: services = [] } = useQuery(queries.services());
  const change = (part: Part): void =>
    go(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as ChangesSearch);
  const named = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={c.filters} role="search">
      <SearchField key={search.q === undefined ? 'empty' : 'typed'} value={search.q ?? ''} onChange={(q) => change({ q })} />
      <Choice
        label={t('changes.filter.state')}
        all={t('changes.filter.stateOpen')}
        value={search.state}
        data={[
          ...changeStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          { value: 'any', label: t('changes.filter.stateAll') },
        ]}
        set={(state) => change({ state: [...changeStates, 'any' as const].find((one) => one === state) })}
      />
      <Choice
        label={t('changes.filter.kind')}
        all={t('changes.filter.kindAll')}
        value={search.kind}
        data={changeKinds.map((kind) => ({ value: kind, label: t(`change.kind.${kind}`) }))}
        set={(kind) => change({ kind: changeKinds.find((one) => one === kind) })}
      />
      <Choice
        label={t('changes.filter.group')}
        all={t('changes.filter.groupAll')}
        value={search.groupId}
        data={named(groups)}
        set={(groupId) => change({ groupId })}
      />
      <Choice
        label={t('changes.filter.service')}
        all={t('changes.filter.serviceAll')}
        value={search.serviceId}
        data={named(services)}
        set={(serviceId) => change({ serviceId })}
      />
      <Choice
        label={t('changes.filter.risk')}
        all={t('changes.filter.riskAll')}
        value={search.risk}
        data={riskLevels.map((risk) => ({ value: risk, label: t(`changes.filter.risk.${risk}`) }))}
        set={(risk) => change({ risk: riskLevels.find((one) => one === risk) })}
      />
      <Days search={search} change={change} />
      <Checkbox
        className={c.mine}
        label={t('changes.filter.mine')}
        checked={search.mine ?? false}
        onChange={(event) => change({ mine: event.currentTarget.checked || undefined })}
      />
    </div>
  );
}
