import { useId } from 'react';
import { FieldError } from './field';
import css from './field.module.css';

interface Option<V> {
  value: V;
  label: string;
  hint?: string;
  /** Of the label, where it is not the page's. */
  lang?: string;
}

interface Props<V> {
  legend: string;
  value: V | null;
  options: Option<V>[];
  error?: string | null;
  onChoose: (value: V) => void;
}

/** One answer of a few, all of them visible, none chosen beforehand. */
export function Choice<V extends string | number>({ legend, value, options, error, onChoose }: Props<V>) {
  const id = useId();
  return (
    <fieldset className={css.field} aria-describedby={error ? `${id}-error` : undefined} id={id}>
      <legend className={css.label}>{legend}</legend>
      <div className={css.choices} role="presentation">
        {options.map((option) => (
          <label className={css.choice} key={option.value}>
            <input
              type="radio"
              name={id}
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
              aria-invalid={error ? true : undefined}
            />
            <span lang={option.lang}>{option.label}</span>
            {option.hint && <small>{option.hint}</small>}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
