import { IconChevronDown } from '@tabler/icons-react';
import { Field, type FieldProps } from './field';
import css from './field.module.css';

type Props = FieldProps & { value: string; empty: string; options: { value: string; label: string }[]; onText: (value: string) => void };

/** One of many: the browser's own list, which phones and screen readers know best. */
export function SelectField({ value, empty, options, onText, ...field }: Props) {
  return (
    <Field {...field}>
      {(wiring) => (
        <div className={css.reveal}>
          <select className={css.control} value={value} onChange={(event) => onText(event.target.value)} {...wiring}>
            <option value="">{empty}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <IconChevronDown className={css.chevron} size={20} aria-hidden />
        </div>
      )}
    </Field>
  );
}
