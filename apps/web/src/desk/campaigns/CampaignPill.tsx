import {
  IconCircleX,
  IconLock,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconRosetteDiscountCheck,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';
import marks from '../marks/marks.module.css';
import { useTexts } from '../texts';
import type { CampaignLine } from './campaign-queries';

type Shown = CampaignLine['state'] | 'paused';

const looks: Record<Shown, { icon: Icon; tone: 'new' | 'open' | 'pending' | 'resolved' | 'grey' }> = {
  draft: { icon: IconPencil, tone: 'new' },
  approved: { icon: IconRosetteDiscountCheck, tone: 'pending' },
  open: { icon: IconPlayerPlay, tone: 'open' },
  paused: { icon: IconPlayerPause, tone: 'pending' },
  closed: { icon: IconLock, tone: 'grey' },
  published: { icon: IconWorld, tone: 'resolved' },
  cancelled: { icon: IconCircleX, tone: 'grey' },
};

/** The state of a campaign as icon and word. */
export function CampaignPill({ state, paused }: Pick<CampaignLine, 'state' | 'paused'>) {
  const { t } = useTexts();
  const shown: Shown = paused ? 'paused' : state;
  const { icon: Sign, tone } = looks[shown];
  return (
    <span className={marks.pill} data-tone={tone}>
      <Sign size={13} stroke={2.2} aria-hidden />
      <span>{t(`campaigns.state.${shown}`)}</span>
    </span>
  );
}
