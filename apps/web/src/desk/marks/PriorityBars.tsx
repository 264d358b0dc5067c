import { useTexts } from '../texts';
import c from './marks.module.css';

/** P1 lights four bars, P4 one, P5 none: the count says it without colour. */
export function PriorityBars({ priority }: { priority: number }) {
  const { t } = useTexts();
  const name = t('desk.priorityMark', { priority: String(priority) });
  return (
    <span className={c.priority} data-p={priority} role="img" aria-label={name} title={name}>
      {[4, 3, 2, 1].map((bar) => (
        <i key={bar} data-lit={priority <= bar || undefined} />
      ))}
    </span>
  );
}
