import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconFileCheck,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconSquareX,
  type Icon,
} from '@tabler/icons-react';
import { useTexts } from '../texts';
import c from './page.module.css';
import type { Stage } from './process-queries';

const signs: Record<Stage, Icon> = {
  identified: IconCircleDashed,
  designed: IconPencil,
  approved: IconFileCheck,
  piloted: IconPlayerPlay,
  implemented: IconCircleCheck,
  at_risk: IconAlertTriangle,
  suspended: IconPlayerPause,
  retired: IconSquareX,
};

/** The stage by icon and word, colour only as a third. */
export function StageMark({ stage }: { stage: Stage }) {
  const { t } = useTexts();
  const Sign = signs[stage];
  return (
    <span className={c.stage} data-stage={stage}>
      <Sign size={15} stroke={2} aria-hidden />
      {t(`processes.stage.${stage}`)}
    </span>
  );
}
