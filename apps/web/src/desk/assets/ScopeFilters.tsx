import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import type { AssetsSearch } from './assets-search';
import c from './assets.module.css';

interface Props {
  search: AssetsSearch;
  change: (part: { [Key in keyof AssetsSearch]: AssetsSearch[Key] | undefined }) => void;
}

/** By institution, by the service that stands on it, and by the end of the maker's support. */
export function ScopeFilters({ search, change }: Props) {
  const { t } = useTexts();
  const { data: institutions = [] } = useQuery(queries.institutions());
  const { data: services = [] } = useQuery(queries.services());
  const choice = (
    label: string,
    value: string | undefined,
    data: { value: string; label: string }[],
    set: (value: string | null) => void,
  ) => (
    <Select
      className={c.filter}
      aria-label={label}
      placeholder={label}
      data={data}
      value={value ?? null}
      onChange={set}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
  const named = (items: readonly { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {choice(t('assets.institution'), search.institutionId, named(institutions), (id) => change({ institutionId: id ?? undefined }))}
      {choice(t('assets.service'), search.serviceId, named(services), (id) => change({ serviceId: id ?? undefined }))}
      {choice(
        t('assets.support'),
        search.support,
        (['ended', 'year'] as const).map((value) => ({ value, label: t(`assets.support.${value}`) })),
        (value) => change({ support: value === 'ended' || value === 'year' ? value : undefined }),
      )}
    </>
  );
}
