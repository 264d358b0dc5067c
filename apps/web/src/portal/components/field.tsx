import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { IconAlertCircle } from '@tabler/icons-react';
import { hasPersonalCode } from '../../shared/format/personal-code';
import { useTexts } from '../texts';
import css from './field.module.css';

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  /** `unsaid`: not needed, as everybody knows of what narrows a list. */
  optional?: boolean | 'unsaid';
}

interface Wiring {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-required'?: true | undefined;
}

/** Label above, hint and error between it and the control, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
  after,
}: FieldProps & { children: (wiring: Wiring) => ReactNode; after?: ReactNode }) {
  const { t } = useTexts();
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label} {optional === true && <span className={css.optional}>({t('field.optional')})</span>}
      </label>
      {hint && (
        <p className={css.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': optional ? undefined : true,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {after}
    </div>
  );
}

/** The error of a field, with a sign, so that it is not told by colour alone. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className={css.error} id={id}>
      <IconAlertCircle size={17} aria-hidden /> <span>{children}</span>
    </p>
  );
}

/** A warning while a Latvian personal code stands in the text; it stops nothing. */
export function PersonalCodeWarning({ text }: { text: string }) {
  const { t } = useTexts();
  return <div role="status">{hasPersonalCode(text) && <p className={css.warning}>{t('field.personalCode')}</p>}</div>;
}

type TextProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & { onText: (value: string) => void; inputRef?: Ref<HTMLInputElement> };

/** A line of text. */
export function TextField({ label, hint, error, optional, onText, inputRef, ...rest }: TextProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {(wiring) => <input ref={inputRef} className={css.control} onChange={(event) => onText(event.target.value)} {...wiring} {...rest} />}
    </Field>
  );
}

type AreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
    value: string;
    onText: (value: string) => void;
    areaRef?: Ref<HTMLTextAreaElement>;
  };

/** Several lines of text; the box grows with them. */
export function TextArea({ label, hint, error, optional, onText, areaRef, ...rest }: AreaProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false} after={<PersonalCodeWarning text={rest.value} />}>
      {(wiring) => (
        <textarea ref={areaRef} className={css.control} onChange={(event) => onText(event.target.value)} {...wiring} {...rest} />
      )}
    </Field>
  );
}
