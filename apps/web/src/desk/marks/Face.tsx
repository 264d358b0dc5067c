import { IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { useTexts } from '../texts';
import c from './marks.module.css';

const faces = { bad: IconMoodSad, satisfactory: IconMoodEmpty, good: IconMoodSmile };

/** One of the three answers: face and word; colour says it a third time. */
export function Face({ value }: { value: keyof typeof faces }) {
  const { t } = useTexts();
  const Sign = faces[value];
  return (
    <span className={c.face} data-value={value}>
      <Sign size={18} stroke={1.9} aria-hidden /> {t(`rating.${value}`)}
    </span>
  );
}
