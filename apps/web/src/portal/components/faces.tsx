import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import type { RatingValue } from '../../shared/api/api-types';
import { useTexts } from '../texts';
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
