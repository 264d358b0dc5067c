import { Select } from '@mantine/core';
import { useTexts } from '../texts';

interface PickNameProps {
  label: string;
  /** What an empty field means. */
  empty: string;
  items: readonly { id: string; name: string }[];
  value: string | null;
  onChange: (id: string | null) => void;
}

/** One of many by its name, or none. */
export function PickName({ label, empty, items, value, onChange }: PickNameProps) {
  const { t } = useTexts();
  return (
    <Select
      label={label}
      placeholder={empty}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      nothingFoundMessage={t('desk.nothingFound')}
    />
  );
}
