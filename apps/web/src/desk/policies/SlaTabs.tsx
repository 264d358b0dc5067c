import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts';
import c from './policies.module.css';

type Part = 'policies' | 'agreements' | 'calendars';

/** The three pages that make up the set-up of SLA. */
export function SlaTabs({ here, policy }: { here: Part; policy?: string | undefined }) {
  const { t } = useTexts();
  const kept = policy ? { policy } : {};
  const mark = (part: Part): 'page' | undefined => (part === here ? 'page' : undefined);
  return (
    <nav className={c.tabs} aria-label={t('sla.parts')}>
      <Link to="/admin/policies" search={kept} aria-current={mark('policies')}>
        {t('sla.policies')}
      </Link>
      <Link to="/admin/policies" search={{ ...kept, part: 'agreements' }} aria-current={mark('agreements')}>
        {t('sla.agreements')}
      </Link>
      <Link to="/admin/calendars" search={{}} aria-current={mark('calendars')}>
        {t('sla.calendars')}
      </Link>
    </nav>
  );
}
