import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { assetQueries } from '../assets/asset-queries';
import { useTexts } from '../texts';

interface Props {
  /** The person who is helped. */
  personId: string;
  value: string | null;
  onChange: (deviceId: string | null) => void;
}

/** Which of the person's own devices it is about; nothing where he has none. */
export function DeviceField({ personId, value, onChange }: Props) {
  const { t } = useTexts();
  const { data: items = [] } = useQuery(assetQueries.ofPerson(personId));
  if (items.length === 0) return null;
  return (
    <Select
      label={t('new.device')}
      placeholder={t('new.devicePlaceholder')}
      data={items.map(({ id, tag, name }) => ({ value: id, label: `${name} · ${tag}` }))}
      value={value}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
    />
  );
}
