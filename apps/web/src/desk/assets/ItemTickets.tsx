import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../format';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import { assetQueries } from './asset-queries';
import c from './item.module.css';
import type { Item } from './types';

/** The tickets about a device that the reader may see, the latest first. */
export function ItemTickets({ item }: { item: Item }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const query = useInfiniteQuery(assetQueries.tickets(item.id));
  const tickets = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={c.card} aria-labelledby="tickets-title">
      <header>
        <h2 id="tickets-title">{t('assets.tickets')}</h2>
      </header>
      {query.isPending && <Skeleton height={80} />}
      {query.isSuccess && tickets.length === 0 && <p className={c.quiet}>{t('assets.noTickets')}</p>}
      <ul className={c.tickets}>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Link to="/desk/tickets/$number" params={{ number: ticket.number }} search={{ view: 'all' }}>
              {ticket.title}
            </Link>
            <small className="num">
              {ticket.number} · {date(ticket.submittedAt)}
            </small>
            <StatePill state={ticket.state} holdReason={ticket.holdReason} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" size="compact-sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('assets.more')}
        </Button>
      )}
    </section>
  );
}
