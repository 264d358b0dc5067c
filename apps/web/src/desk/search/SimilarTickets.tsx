import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../format';
import c from '../problems/problems.module.css';
import { useTexts } from '../texts';
import { Marked } from './Marked';
import { searchQueries, type TicketHit } from './search-queries';
import { TicketState } from './TicketHits';
import { TicketLink } from './TicketLink';

const TYPING_MS = 350;

function Offers({ items }: { items: readonly TicketHit[] }) {
  const { t } = useTexts();
  const { date } = useFormat();
  if (items.length === 0) return null;
  return (
    <section className={c.offers} aria-label={t('search.similar')}>
      <h3>{t('search.similar')}</h3>
      <ul>
        {items.map((hit) => (
          <li key={hit.id}>
            <span>
              <TicketLink type={hit.type} number={hit.number}>
                <Marked {...hit.title} />
              </TicketLink>{' '}
              <TicketState hit={hit} />
            </span>
            <small className="num">
              {hit.number} · {hit.affectedUser.name} · {hit.institution.name} · {date(hit.submittedAt)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** While a ticket is written down: open ones that sound like it. */
export function SimilarTyped({ title, serviceId }: { title: string; serviceId: string | null }) {
  const [asked] = useDebouncedValue(title.trim().slice(0, 300), TYPING_MS);
  const { data = [] } = useQuery(searchQueries.similar(asked, serviceId, null));
  return <div aria-live="polite">{asked.length > 2 && <Offers items={data} />}</div>;
}

interface Open {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly service: { readonly id: string } | null;
}

/** Other open tickets that sound like this one; none once it is solved. */
export function useSimilarOf(ticket: Open): readonly TicketHit[] {
  const open = !['resolved', 'closed', 'cancelled'].includes(ticket.state);
  const { data = [] } = useQuery({ ...searchQueries.similar(ticket.title, ticket.service?.id ?? null, ticket.id), enabled: open });
  return open ? data : [];
}

/** Those tickets beside it. */
export function SimilarOf({ ticket }: { ticket: Open }) {
  return <Offers items={useSimilarOf(ticket)} />;
}
