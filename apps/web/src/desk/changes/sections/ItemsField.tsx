import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { ItemSearch } from '../../assets/ItemSearch';
import { useTexts } from '../../texts';
import c from '../form.module.css';
import type { ItemRef } from '../types';

/** Configuration items that the change touches: a list, and a search that adds to it. */
export function ItemsField({ items, onChange }: { items: ItemRef[]; onChange: (items: ItemRef[]) => void }) {
  const { t } = useTexts();
  return (
    <div className={c.items}>
      {items.length > 0 && (
        <ul aria-label={t('change.field.items')}>
          {items.map((item) => (
            <li key={item.id}>
              <b className="num">{item.tag}</b> {item.name}
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('change.field.removeItem', { tag: item.tag })}
                onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <ItemSearch
        key={items.length}
        label={t('change.field.addItem')}
        value={null}
        without={items.map(({ id }) => id)}
        onChange={(item) => item && onChange([...items, { id: item.id, tag: item.tag, name: item.name }])}
      />
    </div>
  );
}
