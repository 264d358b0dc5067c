import { IconAlertTriangle, IconCircleCheck, IconCircleDot, IconEyeCheck, IconX, type Icon } from '@tabler/icons-react';
import marks from '../marks/marks.module.css';
import { useTexts } from '../texts';
import type { RecommendationSummary } from './register-queries';

type State = RecommendationSummary['state'] | 'overdue';

const looks: Record<State, { icon: Icon; tone: 'open' | 'late' | 'pending' | 'resolved' | 'grey' }> = {
  open: { icon: IconCircleDot, tone: 'open' },
  overdue: { icon: IconAlertTriangle, tone: 'late' },
  reported: { icon: IconEyeCheck, tone: 'pending' },
  implemented: { icon: IconCircleCheck, tone: 'resolved' },
  withdrawn: { icon: IconX, tone: 'grey' },
};

/** The state of a recommendation as icon and word; what is late says so before all else. */
export function RecommendationPill({ state, overdue }: Pick<RecommendationSummary, 'state' | 'overdue'>) {
  const { t } = useTexts();
  const shown: State = overdue && state === 'open' ? 'overdue' : state;
  const { icon: Sign, tone } = looks[shown];
  return (
    <span className={marks.pill} data-tone={tone}>
      <Sign size={13} stroke={2.2} aria-hidden />
      <span>{t(`registers.state.${shown}`)}</span>
    </span>
  );
}
