import {
  IconBan,
  IconCalendarCheck,
  IconCheck,
  IconCircleDot,
  IconClipboardCheck,
  IconGavel,
  IconPlayerPlay,
  IconScale,
  IconX,
} from '@tabler/icons-react';
import type { ChangeState } from '../../shared/api/api-types';
import { useTexts } from '../texts';
import css from './state-pill.module.css';

const looks = {
  draft: [css.new, IconCircleDot],
  assessing: [css.open, IconScale],
  awaiting_authorisation: [css.pending, IconGavel],
  scheduled: [css.open, IconCalendarCheck],
  implementing: [css.open, IconPlayerPlay],
  review: [css.open, IconClipboardCheck],
  closed: [css.done, IconCheck],
  rejected: [css.off, IconBan],
  cancelled: [css.off, IconX],
} as const;

/** Where one's own wish stands, in plain words, with a sign of its own. */
export function ChangePill({ state }: { state: ChangeState }) {
  const { t } = useTexts();
  const [look, Sign] = looks[state];
  return (
    <span className={`${css.pill} ${look}`}>
      <Sign size={14} stroke={2.2} aria-hidden />
      {t(`wish.state.${state}`)}
    </span>
  );
}
