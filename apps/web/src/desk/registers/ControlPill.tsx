import { IconAlertTriangle, IconArchive, IconCircleCheck, IconClockHour4, type Icon } from '@tabler/icons-react';
import marks from '../marks/marks.module.css';
import { useTexts } from '../texts';
import type { ControlState } from './registers-search';

const looks: Record<ControlState, { icon: Icon; tone: 'late' | 'pending' | 'resolved' | 'grey' }> = {
  overdue: { icon: IconAlertTriangle, tone: 'late' },
  due_soon: { icon: IconClockHour4, tone: 'pending' },
  in_order: { icon: IconCircleCheck, tone: 'resolved' },
  retired: { icon: IconArchive, tone: 'grey' },
};

/** The state of an element of internal control as icon and word. */
export function ControlPill({ state }: { state: ControlState }) {
  const { t } = useTexts();
  const { icon: Sign, tone } = looks[state];
  return (
    <span className={marks.pill} data-tone={tone}>
      <Sign size={13} stroke={2.2} aria-hidden />
      <span>{t(`registers.control.${state}`)}</span>
    </span>
  );
}
