import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import item from '../assets/item.module.css';
import { useMe } from '../data/session';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './absence.module.css';
import { HandoverTickets } from './HandoverTickets';
import { type HandoverPerson, handoverQueries } from './handover-queries';

const route = getRouteApi('/desk/handover');

function Mark({ person: { active, leavesOn, away } }: { person: HandoverPerson }) {
  const { t } = useTexts();
  const { date, dayMonth } = useFormat();
  const noon = (day: string): string => `${day}T12:00:00Z`;
  if (!active) return <span data-mood="gone">{t('handover.gone')}</span>;
  if (leavesOn) return <span data-mood="wait">{t('handover.leaves', { date: date(noon(leavesOn)) })}</span>;
  if (away)
    return <span data-mood="wait">{t('handover.away', { from: dayMonth(noon(away.from)), until: dayMonth(noon(away.until)) })}</span>;
  return null;
}

function People({ people, chosen }: { people: readonly HandoverPerson[]; chosen: string }) {
  const { t } = useTexts();
  const me = useMe();
  return (
    <nav className={`${item.card} ${c.people}`} aria-label={t('handover.whose')}>
      <h2>{t('handover.whose')}</h2>
      {people.length === 0 && <p className={item.quiet}>{t('handover.nobody')}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Link to="/desk/handover" search={{ person: person.id }} aria-current={person.id === chosen ? 'page' : undefined}>
              <span>
                <b>{person.id === me.id ? t('handover.me') : person.name}</b>
                <Mark person={person} />
              </span>
              <small className="num">{t('handover.count', { count: person.open })}</small>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Open tickets of somebody who is away or leaves, handed to a colleague or back to the group: one's own, and of members for who leads the group. */
export function HandoverPage() {
  const { t } = useTexts();
  const me = useMe();
  const { person, to } = route.useSearch();
  const query = useQuery(handoverQueries.people());
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const people = query.data?.items ?? [];
  const chosen = person ?? people[0]?.id ?? me.id;
  const known = people.find(({ id }) => id === chosen);
  return (
    <main className={item.page}>
      <header className={item.head}>
        <div>
          <h1>{t('handover.title')}</h1>
          <p>{t('handover.lead')}</p>
        </div>
      </header>
      {!query.data && <Skeleton height={320} radius={12} role="status" aria-label={t('desk.loading')} />}
      {query.data && (
        <div className={c.columns}>
          <People people={people} chosen={chosen} />
          <HandoverTickets
            key={chosen}
            personId={chosen}
            delegateId={to ?? known?.away?.delegate?.id ?? null}
            groupIds={chosen === me.id ? null : query.data.groupIds}
          />
        </div>
      )}
    </main>
  );
}
