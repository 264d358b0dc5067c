import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../texts';
import { assetQueries } from './asset-queries';
import c from './item.module.css';
import type { ItemSummary } from './types';

const TYPING_MS = 200;

interface Props {
  label: string;
  value: ItemSummary | null;
  onChange: (item: ItemSummary | null) => void;
  /** Devices that are not offered. */
  without?: readonly string[];
}

/** One device, found by its tag, serial number, name or place. */
export function ItemSearch({ label, value, onChange, without = [] }: Props) {
  const { t } = useTexts();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string | null>(null);
  const [asked] = useDebouncedValue((typed ?? '').trim(), TYPING_MS);
  const { data = [], isFetching } = useQuery(assetQueries.found(asked));
  const items = asked.length < 2 ? [] : data.filter(({ id }) => !without.includes(id));
  const hint = asked.length < 2 ? t('assets.findHint') : isFetching ? t('desk.loading') : t('assets.findNone');
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onChange(items.find((item) => item.id === id) ?? null);
        setTyped(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          label={label}
          placeholder={t('assets.find')}
          data-autofocus
          value={typed ?? (value ? `${value.tag} · ${value.name}` : '')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (value) onChange(null);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label}>
          {typed === null || items.length === 0 ? (
            <Combobox.Empty>{hint}</Combobox.Empty>
          ) : (
            items.map((item) => (
              <Combobox.Option key={item.id} value={item.id}>
                <span className={c.option}>
                  <b>{item.name}</b>
                  <small className="num">{[item.tag, item.class.name, item.institution.name].join(' · ')}</small>
                </span>
              </Combobox.Option>
            ))
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
