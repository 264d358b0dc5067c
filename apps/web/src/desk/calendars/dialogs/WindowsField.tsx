import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../texts';
import type { Window } from '../calendar-types';
import c from '../panels.module.css';

interface Props {
  /** The day or the field that the windows belong to. */
  label: string;
  windows: readonly Window[];
  onChange: (windows: Window[]) => void;
}

const TIME = /^(\d{1,2})[:.]?(\d{2})$/;

/** `830`, `8.30` and `8:30` are all `08:30`; what is no time stays as it was typed, for the server to name. */
export function readTime(text: string): string {
  const match = TIME.exec(text.trim());
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}` : text.trim();
}

/** The windows of a day: from and to on the wall clock, several a day where there is a break. */
export function WindowsField({ label, windows, onChange }: Props) {
  const { t } = useTexts();
  const put = (index: number, at: 0 | 1, value: string): void =>
    onChange(windows.map((window, one) => (one === index ? (at === 0 ? [value, window[1] ?? ''] : [window[0] ?? '', value]) : window)));
  const field = (index: number, at: 0 | 1, value: string) => (
    <TextInput
      size="xs"
      w={72}
      inputMode="numeric"
      placeholder={at === 0 ? '08:30' : '17:00'}
      aria-label={t(at === 0 ? 'cal.windowFrom' : 'cal.windowTo', { day: label, number: String(index + 1) })}
      value={value}
      onChange={(event) => put(index, at, event.currentTarget.value)}
      onBlur={(event) => put(index, at, readTime(event.currentTarget.value))}
    />
  );
  return (
    <div className={c.windows} role="group" aria-label={label}>
      {windows.map(([from = '', to = ''], index) => (
        <span key={index}>
          {field(index, 0, from)}–{field(index, 1, to)}
          <ActionIcon
            size={26}
            variant="subtle"
            color="gray"
            aria-label={t('cal.removeWindow', { day: label, number: String(index + 1) })}
            onClick={() => onChange(windows.filter((_, one) => one !== index))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={13} aria-hidden />}
        aria-label={t('cal.addWindowTo', { day: label })}
        onClick={() => onChange([...windows, windows.length === 0 ? ['08:30', '17:00'] : ['', '']])}
      >
        {t('cal.addWindow')}
      </Button>
    </div>
  );
}
