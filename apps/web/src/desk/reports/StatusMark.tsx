import { IconArrowsHorizontal, IconCheck, IconChecks, IconX, type Icon } from '@tabler/icons-react';
import type { Status } from '../data/types';
import { useTexts } from '../texts';
import c from './figure.module.css';

const signs: Record<Status, Icon> = {
  safely_reached: IconChecks,
  reached: IconCheck,
  not_reached_within_error: IconArrowsHorizontal,
  not_reached: IconX,
};

/** The status against the target: icon and words, colour only as a third. */
export function StatusMark({ status, brief = false }: { status: Status | null; brief?: boolean }) {
  const { t } = useTexts();
  if (!status) return null;
  const Sign = signs[status];
  const words = t(`status.${status}`);
  return (
    <span className={c.status} data-status={status} title={words}>
      <Sign size={17} stroke={2.3} {...(brief ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true })} />
      {!brief && words}
    </span>
  );
}
