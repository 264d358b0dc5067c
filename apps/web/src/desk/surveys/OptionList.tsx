import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Question } from '../../survey/survey-types';
import { useTexts } from '../texts';
import { newOption } from './edit-definition';
import c from './surveys.module.css';

interface Props {
  kind: 'options' | 'rows';
  items: NonNullable<Question['options']>;
  at: string;
  errorAt: (pointer: string) => string | undefined;
  onItems: (items: NonNullable<Question['options']>) => void;
}

/** The choices of a question, or the rows of its table, in both languages. */
export function OptionList({ kind, items, at, errorAt, onItems }: Props) {
  const { t } = useTexts();
  const name = (number: number): string => t(kind === 'rows' ? 'builder.row' : 'builder.option', { number });
  return (
    <fieldset className={c.options}>
      <legend>{t(`builder.${kind}`)}</legend>
      {items.map(({ key, text }, i) => (
        <div key={key} className={c.option}>
          {(['lv', 'en'] as const).map((locale) => (
            <TextInput
              key={locale}
              lang={locale}
              aria-label={`${name(i + 1)} · ${t(`builder.${locale}`)}`}
              placeholder={t(`builder.${locale}`)}
              value={text[locale]}
              error={errorAt(`${at}/${i}/text/${locale}`)}
              onChange={(event) => {
                const words = { ...text, [locale]: event.currentTarget.value };
                onItems(items.map((item, n) => (n === i ? { key, text: words } : item)));
              }}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('builder.removeOption', { name: text.lv || name(i + 1) })}
            disabled={items.length <= (kind === 'rows' ? 1 : 2)}
            onClick={() => onItems(items.filter((_, n) => n !== i))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onItems([...items, newOption(items.map(({ key }) => key))])}
      >
        {t(kind === 'rows' ? 'builder.addRow' : 'builder.addOption')}
      </Button>
    </fieldset>
  );
}
