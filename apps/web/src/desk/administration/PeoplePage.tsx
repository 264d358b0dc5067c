import { Button, Select, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import list from '../assets/assets.module.css';
import { exportHref } from '../data/export-href';
import { queries } from '../data/queries';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './admin.module.css';
import { adminQueries, type PersonRow } from './admin-queries';
import { personStates, roles, type PeopleSearch } from './admin-search';
import { PersonDialog } from './PersonDialog';
import { SearchField } from './SearchField';

const route = getRouteApi('/admin/people');

type Change = (part: { [Key in keyof PeopleSearch]: PeopleSearch[Key] | undefined }) => void;

function Filters({ search, change }: { search: PeopleSearch; change: Change }) {
  const { t } = useTexts();
  const { data: institutions = [] } = useQuery(queries.institutions());
  return (
    <div className={list.filters}>
      <SearchField label={t('admin.people.search')} value={search.q ?? ''} onChange={(q) => change({ q })} />
      <Select
        aria-label={t('admin.field.institution')}
        placeholder={t('admin.people.anyInstitution')}
        className={list.filter}
        data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.institutionId ?? null}
        onChange={(institutionId) => change({ institutionId: institutionId ?? undefined })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <Select
        aria-label={t('admin.field.role')}
        placeholder={t('admin.people.anyRole')}
        className={list.filter}
        data={roles.filter((role) => role !== 'requester').map((role) => ({ value: role, label: t(`admin.role.${role}`) }))}
        value={search.role ?? null}
        onChange={(role) => change({ role: roles.find((one) => one === role) })}
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
      />
      <Select
        aria-label={t('admin.people.state')}
        className={list.filter}
        data={personStates.map((state) => ({ value: state, label: t(`admin.people.state.${state}`) }))}
        value={search.state ?? 'active'}
        allowDeselect={false}
        onChange={(state) => change({ state: personStates.find((one) => one === state && one !== 'active') })}
      />
    </div>
  );
}

function Row({ person }: { person: PersonRow }) {
  const { t } = useTexts();
  const { date } = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link to="/admin/people/$id" params={{ id: person.id }}>
          {person.name}
        </Link>
        <small>{[person.login, person.email].filter(Boolean).join(' · ') || t('admin.people.noLogin')}</small>
      </th>
      <td data-label={t('admin.field.institution')}>
        <div>
          {person.institution.name}
          {person.unit && <small>{person.unit.name}</small>}
        </div>
      </td>
      <td data-label={t('admin.people.roles')} data-empty={person.roles.length === 0 || undefined}>
        <span className={c.tags}>
          {person.roles.map((role) => (
            <span key={role} className={c.tag}>
              {t(`admin.role.${role}`)}
            </span>
          ))}
        </span>
      </td>
      <td data-label={t('admin.people.state')} data-empty={(person.active && !person.leavesOn) || undefined} className="num">
        {!person.active ? t('admin.people.gone') : person.leavesOn ? t('admin.people.leavesOn', { date: date(person.leavesOn) }) : ''}
      </td>
    </tr>
  );
}

function People({ search, clear }: { search: PeopleSearch; clear: () => void }) {
  const { t } = useTexts();
  const people = useInfiniteQuery(adminQueries.people(search));
  const items = people.data?.pages.flatMap((page) => page.items) ?? [];
  if (people.error) return <FailedPage error={people.error} reset={() => void people.refetch()} />;
  if (people.isPending) return <Skeleton height={420} radius={8} role="status" aria-label={t('desk.loading')} />;
  if (items.length === 0)
    return (
      <div className={list.nothing} role="status">
        <h2>{t('admin.people.none')}</h2>
        <p>{t('admin.people.noneHint')}</p>
        <Button variant="default" onClick={clear}>
          {t('admin.clear')}
        </Button>
      </div>
    );
  return (
    <>
      <table className={list.table}>
        <thead>
          <tr>
            <th scope="col">{t('admin.people.person')}</th>
            <th scope="col">{t('admin.field.institution')}</th>
            <th scope="col">{t('admin.people.roles')}</th>
            <th scope="col">{t('admin.people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </tbody>
      </table>
      {people.hasNextPage && (
        <Button variant="subtle" mt={8} loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}

/** The register of people. */
export function PeoplePage() {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = useNavigate();
  const mayAdd = useRight('admin.users');
  const [adding, setAdding] = useState(false);
  // What is typed is forgotten with the filters.
  const [cleared, setCleared] = useState(0);
  const go = (next: PeopleSearch): void => void navigate({ to: '/admin/people', search: next, replace: true });
  const change: Change = (part) =>
    go(Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value)) as PeopleSearch);
  return (
    <main className={list.page}>
      <header className={list.head}>
        <div>
          <h1>{t('admin.place.people')}</h1>
          <p>{t('admin.people.lead')}</p>
        </div>
        {mayAdd && <SaveMenu href={(format) => exportHref('organisation/people', search, format)} />}
        {mayAdd && (
          <Button variant="default" renderRoot={(props) => <Link to="/admin/imports" search={{}} {...props} />}>
            {t('imports.link')}
          </Button>
        )}
        {mayAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.people.add')}
          </Button>
        )}
      </header>
      <section className={list.card} aria-label={t('admin.place.people')}>
        <Filters key={cleared} search={search} change={change} />
        <People search={search} clear={() => (setCleared(cleared + 1), go({}))} />
      </section>
      {adding && (
        <PersonDialog onClose={() => setAdding(false)} onDone={({ id }) => void navigate({ to: '/admin/people/$id', params: { id } })} />
      )}
    </main>
  );
}
