import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconPlus, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './admin.module.css';
import { adminQueries, type Grant, type RegisteredPerson } from './admin-queries';
import { DepartureDialog } from './DepartureDialog';
import { EndGrantDialog, GiveRoleDialog } from './GrantDialogs';
import { HistoryCard } from './HistoryCard';
import { PersonDialog } from './PersonDialog';
import { SignInLink } from './SignInLink';
import { useAdminChange } from './use-admin-change';

const route = getRouteApi('/admin/people/$id');

function Head({ person }: { person: RegisteredPerson }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const [open, setOpen] = useState<'edit' | 'leave' | null>(null);
  const close = (): void => setOpen(null);
  const comeBack = useAdminChange(
    () =>
      bodyOf(
        api.POST('/api/v1/organisation/people/{id}/return', {
          params: { path: { id: person.id } },
          headers: { 'if-match': `"${person.version}"` },
        }),
      ),
    close,
  );
  return (
    <header className={item.head}>
      <div>
        <Link to="/admin/people" className={c.back}>
          <IconArrowLeft size={15} aria-hidden /> {t('admin.place.people')}
        </Link>
        <h1>{person.name}</h1>
        <p>
          <span>{person.institution.name}</span>
          {person.unit && <span>{person.unit.name}</span>}
          {!person.active && (
            <span className={c.tag} data-mood="gone">
              {t('admin.people.gone')}
            </span>
          )}
          {person.active && person.leavesOn && (
            <span className={c.tag} data-mood="wait">
              {t('admin.people.leavesOn', { date: date(person.leavesOn) })}
            </span>
          )}
        </p>
      </div>
      {person.abilities.change && (!person.active || person.leavesOn !== null) && (
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} aria-hidden />}
          loading={comeBack.isPending}
          onClick={() => comeBack.mutate()}
        >
          {t(person.active ? 'admin.leave.stays' : 'admin.leave.return')}
        </Button>
      )}
      {person.abilities.leave && (
        <Button variant="default" leftSection={<IconUserOff size={16} aria-hidden />} onClick={() => setOpen('leave')}>
          {t('admin.leave.open')}
        </Button>
      )}
      {person.abilities.change && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}>
          {t('admin.edit')}
        </Button>
      )}
      {comeBack.error && <ProblemNote error={comeBack.error} />}
      {open === 'edit' && <PersonDialog person={person} onClose={close} onDone={close} />}
      {open === 'leave' && <DepartureDialog person={person} onClose={close} />}
    </header>
  );
}

function GrantRow({ grant, mayEnd, onEnd }: { grant: Grant; mayEnd: boolean; onEnd: () => void }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const signs = [
    grant.grantedBy ? t('admin.grant.by', { name: grant.grantedBy.name }) : t('admin.grant.byOperator'),
    grant.approvedBy && t('admin.grant.approvedBy', { name: grant.approvedBy.name }),
    grant.withoutApprover && t('admin.grant.withoutApprover'),
    grant.endedBy && t('admin.grant.endedBy', { name: grant.endedBy.name }),
  ].filter(Boolean);
  return (
    <li data-past={!grant.holds || undefined}>
      <div>
        <b>{t(`admin.role.${grant.role}`)}</b> {grant.scopeRecord && `· ${grant.scopeRecord.name}`}
        <small className="num">
          {grant.validTo
            ? t('admin.grant.fromTo', { from: date(grant.validFrom), to: date(grant.validTo) })
            : t('admin.grant.from', { from: date(grant.validFrom) })}
          {' · '}
          {signs.join(' · ')}
        </small>
        {grant.reason && <p>{grant.reason}</p>}
        {grant.endedReason && <p>{t('admin.grant.endedWhy', { reason: grant.endedReason })}</p>}
      </div>
      {grant.holds && mayEnd && (
        <Button size="xs" variant="default" onClick={onEnd} aria-label={t('admin.grant.endTitle', { role: t(`admin.role.${grant.role}`) })}>
          {t('admin.grant.end')}
        </Button>
      )}
    </li>
  );
}

function Grants({ person }: { person: RegisteredPerson }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'give' | Grant | null>(null);
  const [given, setGiven] = useState<'granted' | 'pending' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <section className={item.card} aria-labelledby="grants-title">
      <header>
        <div>
          <h2 id="grants-title">{t('admin.grant.title')}</h2>
          <p>{t('admin.grant.lead')}</p>
        </div>
        {person.abilities.grant && (
          <Button className={c.keep} size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('give')}>
            {t('admin.grant.open')}
          </Button>
        )}
      </header>
      <div role="status">{given === 'pending' && <p className={c.note}>{t('admin.grant.asked')}</p>}</div>
      {person.grants.length === 0 && <p className={c.quiet}>{t('admin.grant.none')}</p>}
      <ul className={c.rows}>
        {person.grants.map((grant) => (
          <GrantRow key={grant.id} grant={grant} mayEnd={person.abilities.change} onEnd={() => setOpen(grant)} />
        ))}
      </ul>
      {open === 'give' && <GiveRoleDialog person={person} onClose={close} onDone={(state) => (setGiven(state), close())} />}
      {open !== null && open !== 'give' && <EndGrantDialog grant={open} onClose={close} />}
    </section>
  );
}

function Facts({ person }: { person: RegisteredPerson }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const facts = [
    ['login', person.login ?? t('admin.people.noLogin')],
    ['password', t(person.hasPassword ? 'admin.people.hasPassword' : 'admin.people.noPassword')],
    ['email', person.email],
    ['phone', person.phone],
    ['locale', t(`admin.locale.${person.locale}`)],
    ['externalId', person.externalId],
    ...(person.source ? ([['source', person.source]] as const) : []),
    ['since', date(person.createdAt)],
  ] as const;
  return (
    <section className={item.card} aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{t('admin.people.facts')}</h2>
      </header>
      <dl className={`${item.facts} num`}>
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`admin.field.${field}`)}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Groups({ person }: { person: RegisteredPerson }) {
  const { t } = useTexts();
  return (
    <section className={item.card} aria-labelledby="groups-title">
      <header>
        <h2 id="groups-title">{t('admin.place.groups')}</h2>
      </header>
      {person.groups.length === 0 && <p className={c.quiet}>{t('admin.people.noGroups')}</p>}
      <ul className={c.rows}>
        {person.groups.map(({ id, name, lead }) => (
          <li key={id}>
            <Link to="/admin/groups/$id" params={{ id }}>
              {name}
            </Link>
            {lead && <span className={c.tag}>{t('admin.group.lead')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One person: what is known of him, his roles and groups, what was changed. */
export function PersonPage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery(adminQueries.person(id));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const person = query.data;
  if (!person)
    return (
      <main className={item.page}>
        <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />
      </main>
    );
  return (
    <main className={item.page}>
      <Head person={person} />
      <div className={item.columns}>
        <div className={item.main}>
          <Grants person={person} />
          <HistoryCard kind="people" id={id} />
        </div>
        <aside className={item.side}>
          {person.abilities.signInLink && <SignInLink person={person} />}
          <Facts person={person} />
          <Groups person={person} />
        </aside>
      </div>
    </main>
  );
}
