import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import list from '../assets/assets.module.css';
import { exportHref } from '../data/export-href';
import { useFormat } from '../format';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './admin.module.css';
import { adminQueries, type RegisteredGroup } from './admin-queries';
import { GroupDialog } from './GroupDialog';

function Row({ group }: { group: RegisteredGroup }) {
  const { t, locale } = useTexts();
  const { number } = useFormat();
  const lead = group.members.find((member) => member.lead);
  const [name, other] = locale === 'lv' ? [group.nameLv, group.nameEn] : [group.nameEn, group.nameLv];
  return (
    <tr>
      <th scope="row">
        <Link to="/admin/groups/$id" params={{ id: group.id }}>
          {name}
        </Link>
        <small>{other}</small>
      </th>
      <td data-label={t('admin.field.tier')} className="num">
        {t('admin.group.tier', { tier: String(group.tier) })}
      </td>
      <td data-label={t('admin.group.lead')}>{lead?.name ?? t('admin.group.noLead')}</td>
      <td data-label={t('admin.group.members')} className="num">
        {number(group.members.filter(({ active }) => active).length)}
      </td>
      <td data-label={t('admin.group.marks')} data-empty={(!group.isUserSupport && group.active) || undefined}>
        <span className={c.tags}>
          {group.isUserSupport && <span className={c.tag}>{t('admin.group.userSupportTag')}</span>}
          {!group.active && (
            <span className={c.tag} data-mood="gone">
              {t('admin.ended')}
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}

/** Support groups, those that have ended last. */
export function GroupsPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const groups = useQuery(adminQueries.groups());
  const [adding, setAdding] = useState(false);
  if (groups.error) return <FailedPage error={groups.error} reset={() => void groups.refetch()} />;
  const columns = ['admin.group.group', 'admin.field.tier', 'admin.group.lead', 'admin.group.members', 'admin.group.marks'] as const;
  return (
    <main className={list.page}>
      <header className={list.head}>
        <div>
          <h1>{t('admin.place.groups')}</h1>
          <p>{t('admin.group.lede')}</p>
        </div>
        <SaveMenu href={(format) => exportHref('organisation/groups', {}, format)} />
        {groups.data?.abilities.change && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.group.add')}
          </Button>
        )}
      </header>
      <section className={list.card} aria-label={t('admin.place.groups')}>
        {groups.isPending && <Skeleton height={320} radius={8} role="status" aria-label={t('desk.loading')} />}
        {groups.data && (
          <table className={list.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.data.items.map((group) => (
                <Row key={group.id} group={group} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {adding && (
        <GroupDialog onClose={() => setAdding(false)} onDone={({ id }) => void navigate({ to: '/admin/groups/$id', params: { id } })} />
      )}
    </main>
  );
}
