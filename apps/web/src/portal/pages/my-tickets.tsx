import type { TicketState } from '../../shared/api/api-types';
import { Button, buttonClass } from '../components/button';
import { Card } from '../components/card';
import { ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { TicketList } from '../components/ticket-list';
import { type OwnQuery, ownTickets } from '../data/ticket-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useMorePages } from '../data/use-more-pages';
import { useResource } from '../data/use-resource';
import { OwnDisruptions } from '../parts/disruptions';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import { OPEN_STATES } from './home';
import css from './my-tickets.module.css';

const PAGE = 20;
const CLOSED_STATES: TicketState[] = ['closed', 'cancelled'];

function Empty({ closed, words }: { closed: boolean; words: string }) {
  const { t } = useTexts();
  return (
    <div className={css.pad}>
      <p>{words ? t('tickets.notFound', { words }) : t(closed ? 'tickets.noneClosed' : 'tickets.noneOpen')}</p>
      {!closed && (
        <Link className={buttonClass('default')} to={words ? `/new?title=${encodeURIComponent(words)}` : '/new'}>
          {t('home.report')}
        </Link>
      )}
    </div>
  );
}

function List({ closed, words }: { closed: boolean; words: string }) {
  const { t } = useTexts();
  const query: OwnQuery = words ? { q: words, state: ['any'] } : { state: closed ? CLOSED_STATES : OPEN_STATES };
  const first = useResource(`own ${JSON.stringify(query)}`, (signal) => ownTickets(query, PAGE, signal));
  const pages = useMorePages(first.data, (cursor) => ownTickets({ ...query, cursor }, PAGE));
  useLiveTicket(null, first.reload);
  return (
    <>
      <ProblemNotice error={first.error ?? pages.error} onRetry={first.reload} />
      {(first.loading || first.data) && (
        <Card padded={false}>
          {first.loading && (
            <div className={css.pad}>
              <Skeleton lines={6} />
            </div>
          )}
          {first.data && pages.items.length === 0 && <Empty closed={closed} words={words} />}
          {pages.items.length > 0 && <TicketList tickets={pages.items} />}
          {pages.hasMore && (
            <div className={css.more}>
              <Button look="quiet" busy={pages.busy} onClick={() => void pages.next()}>
                {t('tickets.more')}
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  );
}

/** Own tickets: open or closed ones, or those that a search found. */
export function MyTicketsPage({ closed, words }: { closed: boolean; words: string }) {
  const { t } = useTexts();
  return (
    <Page title={t('nav.tickets')}>
      {words ? (
        <p className={css.found}>
          {t('tickets.searched', { words })} <Link to="/tickets">{t('tickets.showAll')}</Link>
        </p>
      ) : (
        <nav className={css.tabs} aria-label={t('tickets.which')}>
          <Link to="/tickets" aria-current={closed ? undefined : 'page'}>
            {t('tickets.open')}
          </Link>
          <Link to="/tickets?show=closed" aria-current={closed ? 'page' : undefined}>
            {t('tickets.closed')}
          </Link>
        </nav>
      )}
      {!closed && !words && <OwnDisruptions />}
      <List key={`${closed} ${words}`} closed={closed} words={words} />
    </Page>
  );
}
