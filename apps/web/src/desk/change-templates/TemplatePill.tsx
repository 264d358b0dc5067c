import { IconArchive, IconCircleCheck, IconPencil, IconPlayerPause, type Icon } from '@tabler/icons-react';
import marks from '../marks/marks.module.css';
import { useTexts } from '../texts';
import type { Template } from './template-queries';

const looks: Record<Template['state'], { icon: Icon; tone: 'new' | 'pending' | 'resolved' | 'grey' }> = {
  draft: { icon: IconPencil, tone: 'new' },
  active: { icon: IconCircleCheck, tone: 'resolved' },
  suspended: { icon: IconPlayerPause, tone: 'pending' },
  retired: { icon: IconArchive, tone: 'grey' },
};

/** The state of a template as icon and word. */
export function TemplatePill({ state }: Pick<Template, 'state'>) {
  const { t } = useTexts();
  const { icon: Sign, tone } = looks[state];
  return (
    <span className={marks.pill} data-tone={tone}>
      <Sign size={13} stroke={2.2} aria-hidden />
      <span>{t(`templates.state.${state}`)}</span>
    </span>
  );
}
