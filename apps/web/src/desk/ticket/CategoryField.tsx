import { Select } from '@mantine/core';
import { useReferenceChoices } from '../data/reference-words';
import { useTexts } from '../texts';

interface Props {
  value: string | null;
  onChange: (category: string | null) => void;
  /** What the ticket has already: it stays choosable though it is out of use. */
  kept?: string | null;
  label?: string;
  placeholder?: string;
  error?: string | undefined;
  first?: boolean;
  clearable?: boolean;
}

/** What a ticket is about. Nothing is shown where the administrator keeps no categories. */
export function CategoryField({ value, onChange, kept = null, label, placeholder, error, first = false, clearable = true }: Props) {
  const { t } = useTexts();
  const choices = useReferenceChoices('category', kept);
  if (choices.length === 0) return null;
  const hint = choices.find((choice) => choice.value === value)?.detail;
  return (
    <Select
      label={label ?? t('category.label')}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={placeholder ?? t('category.unsaid')}
      data={choices.map((choice) => ({ value: choice.value, label: choice.text }))}
      value={value}
      error={error}
      onChange={onChange}
      searchable
      clearable={clearable}
      allowDeselect={clearable}
      clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      nothingFoundMessage={t('desk.nothingFound')}
      data-autofocus={first || undefined}
    />
  );
}
