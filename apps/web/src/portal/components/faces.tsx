import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useId } from 'react';
import type { RatingValue } from '../../shared/api/api-types';
import { useTexts } from '../texts';
import { FieldError } from './field';
import css from './faces.module.css';

const faces = [
  ['bad', IconMoodSad],
  ['satisfactory', IconMoodEmpty],
  ['good', IconMoodSmile],
] as const;

interface Props {
  value: RatingValue | null;
  labelledBy: string;
  busy?: boolean;
  onChoose: (value: RatingValue) => void;
}

/** Three faces with words; none is chosen beforehand. A press is the answer. */
export function Faces({ value, labelledBy, busy = false, onChoose }: Props) {
  const { t } = useTexts();
  return (
    <div className={css.faces} role="group" aria-labelledby={labelledBy}>
      {faces.map(([name, Face]) => (
        <button
          key={name}
          type="button"
          className={css.face}
          aria-pressed={value === name}
          aria-disabled={busy || undefined}
          onClick={() => !busy && onChoose(name)}
        >
          <Face size={32} stroke={1.6} aria-hidden />
          {t(`rating.${name}`)}
        </button>
      ))}
    </div>
  );
}

interface ChoiceProps {
  legend: string;
  value: RatingValue | null;
  error: string | null;
  onChoose: (value: RatingValue) => void;
}

/** The same three faces where a button sends them: one of three, chosen by pointer or arrow keys. */
export function FaceChoice({ legend, value, error, onChoose }: ChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset className={css.choice} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      <div className={`${css.faces} ${css.column}`} role="presentation">
        {faces.map(([name, Face]) => (
          <label key={name} className={css.face}>
            <input
              type="radio"
              className="vh"
              name={id}
              value={name}
              checked={value === name}
              aria-invalid={error ? true : undefined}
              onChange={() => onChoose(name)}
            />
            <Face size={32} stroke={1.6} aria-hidden />
            {t(`rating.${name}`)}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
