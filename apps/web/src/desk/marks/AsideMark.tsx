import { IconCalendarClock } from '@tabler/icons-react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './aside-mark.module.css';

/** The day until which a ticket was put aside; nothing for most. */
export function AsideMark({ until }: { until: string | null }) {
  const { t } = useTexts();
  const { date } = useFormat();
  if (until === null) return null;
  const words = t('aside.mark', { day: date(until) });
  return (
    <span className={`${c.mark} num`} title={words}>
      <IconCalendarClock size={13} role="img" aria-label={words} /> {date(until)}
    </span>
  );
}
