import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../data/queries';
import type { FoundPerson } from '../data/types';
import { useTexts } from '../texts';
import c from './create.module.css';

const TYPING_MS = 200;

interface Props {
  /** A person that was found, or as much of one as is known. */
  value: (Pick<FoundPerson, 'id' | 'name'> & Partial<FoundPerson>) | null;
  onChange: (person: FoundPerson | null) => void;
  /** What the person is; else who is calling, which has to be said first. */
  label?: string;
}

function PersonOption({ person }: { person: FoundPerson }) {
  return (
    <span className={c.person}>
      <b>{person.name}</b>
      <small className="num">{[person.institution.name, person.phone, person.email].filter(Boolean).join(' · ')}</small>
    </span>
  );
}

/** Who is calling: found by name, phone or mail. */
export function PersonField({ value, onChange, label }: Props) {
  const { t } = useTexts();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [asked] = useDebouncedValue((typed ?? '').trim(), TYPING_MS);
  const { data: people = [], isFetching } = useQuery(queries.people(asked));
  const choose = (id: string): void => {
    onChange(people.find((person) => person.id === id) ?? null);
    setTyped(null);
    combobox.closeDropdown();
  };
  const type = (text: string): void => {
    setTyped(text);
    if (value) onChange(null);
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  };
  const hint = asked.length < 2 ? t('new.personHint') : isFetching ? t('desk.loading') : t('new.personNone');
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.Target>
        <InputBase
          label={label ?? t('new.person')}
          {...(label ? {} : { required: true, 'data-autofocus': true })}
          placeholder={t('new.personPlaceholder')}
          description={value ? [value.institution?.name, value.phone].filter(Boolean).join(' · ') || undefined : undefined}
          value={typed ?? value?.name ?? ''}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label ?? t('new.person')}>
          {typed === null || people.length === 0 ? (
            <Combobox.Empty>{hint}</Combobox.Empty>
          ) : (
            people.map((person) => (
              <Combobox.Option key={person.id} value={person.id}>
                <PersonOption person={person} />
              </Combobox.Option>
            ))
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
