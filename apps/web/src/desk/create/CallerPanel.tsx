import { Button, Skeleton } from '@mantine/core';
import { IconDeviceDesktop, IconMail, IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { assetQueries } from '../assets/asset-queries';
import type { FoundPerson, TicketSummary } from '../data/types';
import { useFormat } from '../format';
import { Avatar } from '../marks/Avatar';
import { StatePill } from '../marks/StatePill';
import { useNow } from '../now';
import { useTexts } from '../texts';
import c from './caller.module.css';
import { callerTickets } from './caller-queries';

function Card({ person }: { person: FoundPerson }) {
  return (
    <header className={c.card}>
      <Avatar name={person.name} tone="brand" size="large" decorative />
      <div>
        <b>{person.name}</b>
        <span>{person.institution.name}</span>
        {person.phone && (
          <span className="num">
            <IconPhone size={14} aria-hidden /> {person.phone}
          </span>
        )}
        {person.email && (
          <span>
            <IconMail size={14} aria-hidden /> {person.email}
          </span>
        )}
      </div>
    </header>
  );
}

function TicketLine({ ticket, onOpen }: { ticket: TicketSummary; onOpen: () => void }) {
  const { short } = useFormat();
  const now = useNow();
  return (
    <li>
      <Link to="/desk/tickets/$number" params={{ number: ticket.number }} search={{ view: 'all' }} onClick={onOpen}>
        {ticket.title}
      </Link>
      <small>
        <span className="num">{ticket.number}</span>
        <StatePill state={ticket.state} holdReason={ticket.holdReason} />
        <span>{short(ticket.submittedAt, now)}</span>
        {ticket.assignee && <span>{ticket.assignee.name}</span>}
      </small>
    </li>
  );
}

function Tickets({ person, onOpen }: { person: FoundPerson; onOpen: () => void }) {
  const { t } = useTexts();
  const { data, isPending } = useQuery(callerTickets(person.id));
  if (isPending) return <Skeleton height={96} aria-label={t('desk.loading')} />;
  const parts = [
    { title: t('caller.open'), none: t('caller.openNone'), tickets: data?.open ?? [] },
    { title: t('caller.past'), none: t('caller.pastNone'), tickets: data?.past ?? [] },
  ];
  return parts.map(({ title, none, tickets }) => (
    <section key={title} aria-label={title}>
      <h3>
        {title} {tickets.length > 0 && <span className="num">{tickets.length}</span>}
      </h3>
      {tickets.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {tickets.map((ticket) => (
            <TicketLine key={ticket.id} ticket={ticket} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  ));
}

interface Props {
  person: FoundPerson;
  deviceId: string | null;
  onDevice: (id: string | null) => void;
  /** An earlier ticket is opened instead; what was typed stays. */
  onOpen: () => void;
}

/** The caller beside the form: who he is, what is open for him, his devices, what there was before. */
export function CallerPanel({ person, deviceId, onDevice, onOpen }: Props) {
  const { t } = useTexts();
  const { data: devices = [] } = useQuery(assetQueries.ofPerson(person.id));
  return (
    <aside className={c.caller} aria-label={t('caller.label')} tabIndex={0}>
      <Card person={person} />
      {devices.length > 0 && (
        <section aria-label={t('caller.devices')}>
          <h3>{t('caller.devices')}</h3>
          <div className={c.devices}>
            {devices.map(({ id, tag, name }) => (
              <Button
                key={id}
                size="compact-sm"
                variant={id === deviceId ? 'filled' : 'default'}
                aria-pressed={id === deviceId}
                leftSection={<IconDeviceDesktop size={14} aria-hidden />}
                onClick={() => onDevice(id === deviceId ? null : id)}
              >
                {name} · {tag}
              </Button>
            ))}
          </div>
        </section>
      )}
      <Tickets person={person} onOpen={onOpen} />
    </aside>
  );
}
