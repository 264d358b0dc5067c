import { Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import c from '../changes/changes.module.css';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import type { ProblemsSearch } from './problems-search';
import { problemStates } from './types';

const TYPING_MS = 250;

type Part = { [Key in keyof ProblemsSearch]: ProblemsSearch[Key] | undefined };

function SearchField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, TYPING_MS);
  return (
    <TextInput
      className={c.search}
      type="search"
      aria-label={t('problems.search')}
      placeholder={t('problems.searchPlaceholder')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string | undefined;
  data: { value: string; label: string }[];
  set: (value: string) => void;
}

function Choice({ label, all, value, data, set }: ChoiceProps) {
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

/** By words, state, group and service; kept in the address. */
export function ProblemFilters({ search, go }: { search: ProblemsSearch; go: (search: ProblemsSearch) => void }) {
  const { t } = useTexts();
  const { data: groups = [] } = useQuery(queries.groups());
  const { data: services = [] } = useQuery(queries.services());
  const change = (part: Part): void =>
    go(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as ProblemsSearch);
  const named = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={c.filters} role="search">
      <SearchField key={search.q === undefined ? 'empty' : 'typed'} value={search.q ?? ''} onChange={(q) => change({ q })} />
      <Choice
        label={t('problems.filter.state')}
        all={t('problems.filter.stateOpen')}
        value={search.state}
        data={[
          ...problemStates.map((state) => ({ value: state, label: t(`problem.step.${state}`) })),
          { value: 'any', label: t('problems.filter.stateAll') },
        ]}
        set={(state) => change({ state: [...problemStates, 'any' as const].find((one) => one === state) })}
      />
      <Choice
        label={t('problems.filter.group')}
        all={t('problems.filter.groupAll')}
        value={search.groupId}
        data={named(groups)}
        set={(groupId) => change({ groupId })}
      />
      <Choice
        label={t('problems.filter.service')}
        all={t('problems.filter.serviceAll')}
        value={search.serviceId}
        data={named(services)}
        set={(serviceId) => change({ serviceId })}
      />
      <Checkbox
        className={c.mine}
        label={t('problems.filter.mine')}
        checked={search.mine ?? false}
        onChange={(event) => change({ mine: event.currentTarget.checked || undefined })}
      />
    </div>
  );
}
