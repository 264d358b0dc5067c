import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { PersonField } from '../create/PersonField';
import type { FoundPerson } from '../data/types';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './admin.module.css';
import { adminQueries, type RegisteredGroup } from './admin-queries';
import { GroupDialog } from './GroupDialog';
import { HistoryCard } from './HistoryCard';
import { useAdminChange } from './use-admin-change';

const route = getRouteApi('/admin/groups/$id');

type Member = RegisteredGroup['members'][number];

const nothing = (): void => undefined;

function MemberRow({ group, member }: { group: RegisteredGroup; member: Member }) {
  const { t } = useTexts();
  const path = { id: group.id, userId: member.id };
  const remove = useAdminChange(
    () => bodyOf(api.DELETE('/api/v1/organisation/groups/{id}/members/{userId}', { params: { path } })),
    nothing,
  );
  const lead = useAdminChange(
    () =>
      bodyOf(
        api.PATCH('/api/v1/organisation/groups/{id}', {
          params: { path: { id: group.id } },
          headers: { 'if-match': `"${group.version}"` },
          body: { leadId: member.lead ? null : member.id },
        }),
      ),
    nothing,
  );
  const error = remove.error ?? lead.error;
  const Star = member.lead ? IconStarFilled : IconStar;
  return (
    <li>
      <div>
        <Link to="/admin/people/$id" params={{ id: member.id }}>
          {member.name}
        </Link>{' '}
        {member.lead && <span className={c.tag}>{t('admin.group.lead')}</span>}{' '}
        {!member.active && (
          <span className={c.tag} data-mood="gone">
            {t('admin.people.gone')}
          </span>
        )}
        {member.active && !member.works && <small>{t('admin.group.noRole')}</small>}
        {error && <ProblemNote error={error} />}
      </div>
      {group.abilities.change && (
        <span className={c.signs}>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={lead.isPending}
            aria-pressed={member.lead}
            aria-label={t('admin.group.makeLead', { name: member.name })}
            title={t('admin.group.makeLead', { name: member.name })}
            onClick={() => lead.mutate()}
          >
            <Star size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            loading={remove.isPending}
            aria-label={t('admin.group.remove', { name: member.name })}
            title={t('admin.group.remove', { name: member.name })}
            onClick={() => remove.mutate()}
          >
            <IconX size={17} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}

function AddMember({ group }: { group: RegisteredGroup }) {
  const { t } = useTexts();
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const add = useAdminChange(
    () =>
      bodyOf(
        api.PUT('/api/v1/organisation/groups/{id}/members/{userId}', { params: { path: { id: group.id, userId: person?.id ?? '' } } }),
      ),
    () => setPerson(null),
  );
  return (
    <form
      className={c.addRow}
      onSubmit={(event) => {
        event.preventDefault();
        if (person) add.mutate();
      }}
    >
      <PersonField label={t('admin.group.addMember')} value={person} onChange={setPerson} />
      <Button type="submit" variant="default" disabled={!person} loading={add.isPending}>
        {t('admin.group.put')}
      </Button>
      {add.error && <ProblemNote error={add.error} />}
    </form>
  );
}

function Members({ group }: { group: RegisteredGroup }) {
  const { t } = useTexts();
  return (
    <section className={item.card} aria-labelledby="members-title">
      <header>
        <h2 id="members-title">{t('admin.group.members')}</h2>
      </header>
      {group.members.length === 0 && <p className={c.quiet}>{t('admin.group.noMembers')}</p>}
      <ul className={c.rows}>
        {group.members.map((member) => (
          <MemberRow key={member.id} group={group} member={member} />
        ))}
      </ul>
      {group.abilities.change && group.active && <AddMember group={group} />}
    </section>
  );
}

function Facts({ group }: { group: RegisteredGroup }) {
  const { t } = useTexts();
  const facts = [
    ['nameLv', group.nameLv],
    ['nameEn', group.nameEn],
    ['tier', t('admin.group.tier', { tier: String(group.tier) })],
    ['calendarCode', group.calendarCode],
    ['isUserSupport', t(group.isUserSupport ? 'admin.yes' : 'admin.no')],
    ['email', group.email ?? '–'],
  ] as const;
  return (
    <section className={item.card} aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{t('admin.group.facts')}</h2>
      </header>
      <dl className={item.facts}>
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`admin.field.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One group: who works in it and leads it, what it is, what was changed. */
export function GroupPage() {
  const { t, locale } = useTexts();
  const { id } = route.useParams();
  const query = useQuery(adminQueries.group(id));
  const [editing, setEditing] = useState(false);
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const group = query.data;
  if (!group)
    return (
      <main className={item.page}>
        <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />
      </main>
    );
  return (
    <main className={item.page}>
      <header className={item.head}>
        <div>
          <Link to="/admin/groups" className={c.back}>
            <IconArrowLeft size={15} aria-hidden /> {t('admin.place.groups')}
          </Link>
          <h1>{locale === 'lv' ? group.nameLv : group.nameEn}</h1>
          {!group.active && (
            <p>
              <span className={c.tag} data-mood="gone">
                {t('admin.ended')}
              </span>
            </p>
          )}
        </div>
        {group.abilities.change && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t('admin.edit')}
          </Button>
        )}
      </header>
      <div className={item.columns}>
        <div className={item.main}>
          <Members group={group} />
          <HistoryCard kind="groups" id={id} />
        </div>
        <aside className={item.side}>
          <Facts group={group} />
        </aside>
      </div>
      {editing && <GroupDialog group={group} onClose={() => setEditing(false)} onDone={() => setEditing(false)} />}
    </main>
  );
}
