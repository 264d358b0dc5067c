import { IconArchive, IconCircleX, IconDeviceDesktop, IconTool, type Icon } from '@tabler/icons-react';
import marks from '../marks/marks.module.css';
import { useTexts } from '../texts';
import type { ItemStatus } from './types';

const looks: Record<ItemStatus, { icon: Icon; tone: 'open' | 'new' | 'pending' | 'grey' }> = {
  in_use: { icon: IconDeviceDesktop, tone: 'open' },
  in_stock: { icon: IconArchive, tone: 'new' },
  in_repair: { icon: IconTool, tone: 'pending' },
  disposed: { icon: IconCircleX, tone: 'grey' },
};

/** The status of a device as icon and word. */
export function StatusMark({ status }: { status: ItemStatus }) {
  const { t } = useTexts();
  const look = looks[status];
  return (
    <span className={marks.pill} data-tone={look.tone}>
      <look.icon size={13} stroke={2.2} aria-hidden />
      <span>{t(`assets.status.${status}`)}</span>
    </span>
  );
}
