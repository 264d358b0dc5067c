import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type Ref, useState } from 'react';
import { useTexts } from '../texts';
import { Field, type FieldProps } from './field';
import css from './field.module.css';

type Props = FieldProps & {
  value: string;
  onText: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  inputRef?: Ref<HTMLInputElement>;
};

/** A password that can be shown while it is typed. */
export function PasswordField({ value, onText, autoComplete, inputRef, ...field }: Props) {
  const { t } = useTexts();
  const [shown, setShown] = useState(false);
  const Eye = shown ? IconEyeOff : IconEye;
  return (
    <Field {...field}>
      {(wiring) => (
        <div className={css.reveal}>
          <input
            ref={inputRef}
            className={css.control}
            type={shown ? 'text' : 'password'}
            name={autoComplete}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onChange={(event) => onText(event.target.value)}
            {...wiring}
          />
          <button
            type="button"
            className={css.eye}
            aria-pressed={shown}
            aria-label={t('field.showPassword')}
            onClick={() => setShown(!shown)}
          >
            <Eye size={21} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  );
}
