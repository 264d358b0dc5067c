import { Page } from '../components/page';
import { InstitutionFigures } from '../parts/institution-figures';
import { InstitutionPlan } from '../parts/institution-plan';
import { type InstitutionSearch, InstitutionTickets, readInstitutionSearch } from '../parts/institution-tickets';
import { navigate, usePlace } from '../router/location';
import { useMe } from '../session/session';
import { useTexts } from '../texts';
import css from './institution.module.css';
import { NotFoundPage } from './not-found';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

/** For a coordinator: how his institution is served, what lies ahead of it, and all of its tickets. What is chosen stands in the address. */
export function InstitutionPage() {
  const { t } = useTexts();
  const { rights } = useMe();
  const { search } = usePlace();
  if (!rights.includes('institution.overview')) return <NotFoundPage />;
  const month = MONTH.test(search.get('month') ?? '') ? (search.get('month') ?? undefined) : undefined;
  const chosen = readInstitutionSearch(search);
  const address = (part: Record<string, string>): string => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(part)) {
      if (value && !(key === 'state' && value === 'open')) next.set(key, value);
      else next.delete(key);
    }
    const words = next.toString();
    return words ? `/institution?${words}` : '/institution';
  };
  const change = (part: Partial<InstitutionSearch>): void => navigate(address(part), { replace: true, keepPlace: true });
  return (
    <Page title={t('institution.title')} back={{ to: '/', label: t('nav.home') }}>
      <div className={css.columns}>
        <InstitutionFigures month={month} at={(next) => address({ month: next })} />
        <InstitutionPlan />
        <InstitutionTickets search={chosen} change={change} />
      </div>
    </Page>
  );
}
