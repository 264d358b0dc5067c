import { useId } from 'react';
import c from './dialogs.module.css';

interface Choice {
  value: string;
  text: string;
  detail?: string;
}

interface Props {
  label: string;
  choices: Choice[];
  value: string | null;
  onChange: (value: string) => void;
  /** Short words fit side by side; sentences stand below each other. */
  layout?: 'chips' | 'rows';
  /** Whether a dialog that opens puts the focus here. */
  first?: boolean;
}

/** One of a few, all seen at once: one click. Nothing is preselected. */
export function Choices({ label, choices, value, onChange, layout = 'rows', first = false }: Props) {
  const id = useId();
  return (
    <fieldset className={c.choices} data-layout={layout}>
      <legend>{label}</legend>
      {choices.map((choice, index) => (
        <label key={choice.value} data-on={choice.value === value || undefined}>
          <input
            type="radio"
            data-autofocus={(first && index === 0) || undefined}
            name={id}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.text}
            {choice.detail && <small>{choice.detail}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
