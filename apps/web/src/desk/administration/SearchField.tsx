import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import list from '../assets/assets.module.css';

const TYPING_MS = 250;

interface Props {
  label: string;
  value: string;
  onChange: (q: string | undefined) => void;
}

/** Looks up while one types. */
export function SearchField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback((q: string) => onChange(q === '' ? undefined : q), TYPING_MS);
  return (
    <TextInput
      className={list['search']}
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
    />
  );
}
