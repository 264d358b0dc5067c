import { IconApps, IconBulb, IconDevices, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRight } from '../data/session';
import { useTexts, type TextKey } from '../texts';
import { Marked } from './Marked';
import c from './search.module.css';
import type { SearchAnswer } from './search-queries';

function Card({ title, children }: { title: TextKey; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <section className={c.card} aria-label={t(title)}>
      <h2>{t(title)}</h2>
      <ul className={c.hits}>{children}</ul>
    </section>
  );
}

function People({ found }: { found: SearchAnswer['people'] }) {
  return (
    <Card title="search.people">
      {found.map(({ id, name, email, phone, institution }) => (
        <li key={id}>
          <IconUser size={18} stroke={1.7} aria-hidden />
          <div className={c.words}>
            <Link to="/desk" search={{ view: 'all', state: 'any', requesterId: id }}>
              <Marked {...name} />
            </Link>
            <small>{[institution.name, phone, email].filter(Boolean).join(' · ')}</small>
          </div>
        </li>
      ))}
    </Card>
  );
}

function KnownErrors({ found }: { found: SearchAnswer['knownErrors'] }) {
  return (
    <Card title="search.knownErrors">
      {found.map(({ number, title, workaround }) => (
        <li key={number ?? title.text}>
          <IconBulb size={18} stroke={1.7} aria-hidden />
          <div className={c.words}>
            {number === null ? (
              <b>{title.text}</b>
            ) : (
              <Link to="/desk/problems/$number" params={{ number }}>
                <Marked {...title} />
              </Link>
            )}
            <small className={c.twoLines}>{workaround}</small>
          </div>
        </li>
      ))}
    </Card>
  );
}

function Items({ found }: { found: SearchAnswer['items'] }) {
  return (
    <Card title="search.items">
      {found.map(({ id, tag, name, custodian, institution }) => (
        <li key={id}>
          <IconDevices size={18} stroke={1.7} aria-hidden />
          <div className={c.words}>
            <Link to="/desk/assets/$tag" params={{ tag }}>
              <Marked {...name} />
            </Link>
            <small className="num">
              {tag} · {custodian?.name ?? institution.name}
            </small>
          </div>
        </li>
      ))}
    </Card>
  );
}

function Services({ found }: { found: SearchAnswer['services'] }) {
  return (
    <Card title="search.services">
      {found.map(({ id, name, description }) => (
        <li key={id}>
          <IconApps size={18} stroke={1.7} aria-hidden />
          <div className={c.words}>
            <Link to="/desk" search={{ view: 'all', serviceId: id }}>
              <Marked {...name} />
            </Link>
            {description && <small className={c.twoLines}>{description}</small>}
          </div>
        </li>
      ))}
    </Card>
  );
}

/** How many there are beside the tickets. */
export const othersIn = ({ people, services, items, knownErrors }: SearchAnswer): number =>
  people.length + services.length + items.length + knownErrors.length;

/** People, services, devices and known errors that were found. A person and a service lead to their tickets. */
export function OtherHits({ found }: { found: SearchAnswer }) {
  const desk = useRight('ticket.desk');
  return (
    <>
      {found.knownErrors.length > 0 && <KnownErrors found={found.knownErrors} />}
      {desk && found.people.length > 0 && <People found={found.people} />}
      {desk && found.items.length > 0 && <Items found={found.items} />}
      {desk && found.services.length > 0 && <Services found={found.services} />}
    </>
  );
}
