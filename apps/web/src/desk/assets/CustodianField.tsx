import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';

const TYPING_MS = 200;

interface Props {
  value: { id: string; name: string } | null;
  error: string | undefined;
  /** What the person is to the record, where that is not its custodian. */
  label?: string;
  onChange: (person: { id: string; name: string } | null) => void;
}

/** Who answers for a device: found by name, login or mail, or nobody. */
export function CustodianField({ value, error, label, onChange }: Props) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data: people = [] } = useQuery(queries.people(asked));
  const offered = people.map(({ id, name, institution }) => ({ value: id, label: `${name} · ${institution.name}`, name }));
  const chosen = value && !offered.some((one) => one.value === value.id) ? [{ value: value.id, label: value.name, name: value.name }] : [];
  const data = [...chosen, ...offered];
  return (
    <Select
      label={label ?? t('assets.custodian')}
      placeholder={t('assets.nobody')}
      error={error}
      data={data}
      // What matches the server has decided already, by login and mail too.
      filter={({ options }) => options}
      value={value?.id ?? null}
      onSearchChange={setTyped}
      onChange={(id) => {
        const person = data.find((one) => one.value === id);
        onChange(person ? { id: person.value, name: person.name } : null);
      }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      nothingFoundMessage={asked.length < 2 ? t('new.personHint') : t('new.personNone')}
    />
  );
}
