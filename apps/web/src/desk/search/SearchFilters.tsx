import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import c from './search.module.css';
import { searchKinds, searchSorts, type DeskSearch } from './search-search';

const TYPING_MS = 350;

type Part = { [Key in keyof DeskSearch]: DeskSearch[Key] | undefined };

interface Props {
  search: DeskSearch;
  go: (search: DeskSearch) => void;
}

function WordsField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, TYPING_MS);
  return (
    <TextInput
      className={c.field}
      size="md"
      type="search"
      aria-label={t('search.words')}
      placeholder={t('search.placeholder')}
      leftSection={<IconSearch size={18} aria-hidden />}
      autoFocus={value === ''}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}

/** The question and what narrows it; all of it stands in the address. */
export function SearchFilters({ search, go }: Props) {
  const { t } = useTexts();
  const { data: services = [] } = useQuery(queries.services());
  const change = (part: Part): void =>
    go(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as DeskSearch);
  return (
    <div role="search" className={c.filters}>
      <WordsField key={search.q ?? ''} value={search.q ?? ''} onChange={(q) => q !== (search.q ?? '') && change({ q })} />
      <Select
        className={c.filter}
        aria-label={t('search.filter.kind')}
        data={[
          { value: '', label: t('search.kind.any') },
          ...searchKinds.map((kind) => ({ value: kind, label: t(`search.kind.${kind}`) })),
        ]}
        value={search.kind ?? ''}
        onChange={(kind) => change({ kind: searchKinds.find((one) => one === kind) })}
        allowDeselect={false}
      />
      <Select
        className={c.filter}
        aria-label={t('search.filter.state')}
        data={[
          { value: '', label: t('search.state.any') },
          { value: 'open', label: t('search.state.open') },
        ]}
        value={search.state ?? ''}
        onChange={(state) => change({ state: state === 'open' ? 'open' : undefined })}
        allowDeselect={false}
      />
      <Select
        className={c.filter}
        aria-label={t('search.filter.service')}
        data={[{ value: '', label: t('search.filter.serviceAny') }, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
        value={search.serviceId ?? ''}
        onChange={(serviceId) => change({ serviceId: serviceId ?? undefined })}
        allowDeselect={false}
        searchable
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <SegmentedControl
        aria-label={t('search.filter.sort')}
        data={searchSorts.map((sort) => ({ value: sort, label: t(`search.sort.${sort}`) }))}
        value={search.order ?? 'best'}
        onChange={(sort) => change({ order: sort === 'newest' ? 'newest' : undefined })}
      />
    </div>
  );
}
