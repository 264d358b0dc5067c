import { useTexts } from '../texts';
import c from './admin.module.css';
import type { ServiceRow } from './admin-queries';

const moods = { draft: 'wait', published: 'on', retired: 'gone' } as const;

/** Where a service stands, in words. */
export function ServiceState({ state }: { state: ServiceRow['status'] }) {
  const { t } = useTexts();
  return (
    <span className={c.tag} data-mood={moods[state]}>
      {t(`admin.service.state.${state}`)}
    </span>
  );
}
