import { buttonClass } from '../components/button';
import { Page } from '../components/page';
import { Link } from '../router/link';
import { useTexts } from '../texts';

/** Nothing stands at this address, or it is not this person's to see (the two look alike on purpose). */
export function NotFoundPage({ ticket = false }: { ticket?: boolean }) {
  const { t } = useTexts();
  return (
    <Page title={t(ticket ? 'notFound.ticketTitle' : 'notFound.title')} sub={t(ticket ? 'notFound.ticketText' : 'notFound.text')} narrow>
      <div>
        <Link className={buttonClass('primary')} to={ticket ? '/tickets' : '/'}>
          {t(ticket ? 'nav.tickets' : 'notFound.home')}
        </Link>
      </div>
    </Page>
  );
}
