import { TextInput } from '@mantine/core';
import { useTexts } from '../../texts';
import c from '../try.module.css';
import { readTime } from './WindowsField';

interface Props {
  label: string;
  /** `2026-06-25T15:00` on the wall clock; either half may still be empty. */
  value: string;
  onChange: (value: string) => void;
}

/** A date and a time on the wall clock of the calendar; the time is typed, so that it reads the same in every browser. */
export function MomentField({ label, value, onChange }: Props) {
  const { t } = useTexts();
  const [date = '', time = ''] = value.split('T');
  return (
    <div className={c.moment} role="group" aria-label={label}>
      <TextInput type="date" label={label} value={date} onChange={(event) => onChange(`${event.currentTarget.value}T${time}`)} />
      <TextInput
        aria-label={t('cal.timeOf', { what: label })}
        inputMode="numeric"
        placeholder="8:30"
        value={time}
        onChange={(event) => onChange(`${date}T${event.currentTarget.value}`)}
        onBlur={(event) => onChange(`${date}T${readTime(event.currentTarget.value)}`)}
      />
    </div>
  );
}

/** Whether both halves are there and the time is one that a clock shows. */
export const isMoment = (value: string): boolean => /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(value);
