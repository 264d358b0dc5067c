import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { inRiga } from '../../shared/format/riga-time';
import list from '../assets/assets.module.css';
import { exportHref } from '../data/export-href';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { useNow } from '../now';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './admin.module.css';
import { adminQueries, type Institution } from './admin-queries';
import { InstitutionDialog } from './InstitutionDialog';
import { SearchField } from './SearchField';

const route = getRouteApi('/admin/institutions');

function Row({ institution }: { institution: Institution }) {
  const { t, locale } = useTexts();
  const { number, date } = useFormat();
  const { date: today } = inRiga(useNow());
  const [name, other] = locale === 'lv' ? [institution.nameLv, institution.nameEn] : [institution.nameEn, institution.nameLv];
  const { activeTo } = institution;
  return (
    <tr>
      <th scope="row">
        <Link to="/admin/institutions/$id" params={{ id: institution.id }}>
          {name}
        </Link>
        <small>{other}</small>
      </th>
      <td data-label={t('admin.field.kind')}>{t(`admin.kind.${institution.kind}`)}</td>
      <td data-label={t('admin.institution.people')} className="num">
        {number(institution.people)}
      </td>
      <td data-label={t('admin.institution.units')} className="num">
        {number(institution.units)}
      </td>
      <td data-label={t('admin.group.marks')} data-empty={(institution.isClient && activeTo === null) || undefined}>
        <span className={c.tags}>
          {!institution.isClient && <span className={c.tag}>{t('admin.institution.noClient')}</span>}
          {activeTo !== null && (
            <span className={`${c.tag} num`} data-mood={activeTo <= today ? 'gone' : 'wait'}>
              {t('admin.institution.until', { date: date(activeTo) })}
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}

function Institutions({ q }: { q: string | undefined }) {
  const { t } = useTexts();
  const query = useInfiniteQuery(adminQueries.institutions(q));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton height={320} radius={8} role="status" aria-label={t('desk.loading')} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <div className={list.nothing} role="status">
        <h2>{t('admin.institution.none')}</h2>
        <p>{t('admin.institution.noneHint')}</p>
      </div>
    );
  const columns = [
    'admin.field.institution',
    'admin.field.kind',
    'admin.institution.people',
    'admin.institution.units',
    'admin.group.marks',
  ] as const;
  return (
    <>
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
          {items.map((institution) => (
            <Row key={institution.id} institution={institution} />
          ))}
        </tbody>
      </table>
      {query.hasNextPage && (
        <Button variant="subtle" mt={8} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </>
  );
}

/** The register of institutions. */
export function InstitutionsPage() {
  const { t } = useTexts();
  const { q } = route.useSearch();
  const navigate = useNavigate();
  const mayAdd = useRight('organisation.write');
  const [adding, setAdding] = useState(false);
  return (
    <main className={list.page}>
      <header className={list.head}>
        <div>
          <h1>{t('admin.place.institutions')}</h1>
          <p>{t('admin.institution.lead')}</p>
        </div>
        <SaveMenu href={(format) => exportHref('organisation/institutions', { q }, format)} />
        {mayAdd && (
          <Button variant="default" renderRoot={(props) => <Link to="/admin/imports" search={{}} {...props} />}>
            {t('imports.link')}
          </Button>
        )}
        {mayAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.institution.add')}
          </Button>
        )}
      </header>
      <section className={list.card} aria-label={t('admin.place.institutions')}>
        <div className={list.filters}>
          <SearchField
            label={t('admin.institution.search')}
            value={q ?? ''}
            onChange={(words) => void navigate({ to: '/admin/institutions', search: words ? { q: words } : {}, replace: true })}
          />
        </div>
        <Institutions q={q} />
      </section>
      {adding && (
        <InstitutionDialog
          onClose={() => setAdding(false)}
          onDone={({ id }) => void navigate({ to: '/admin/institutions/$id', params: { id } })}
        />
      )}
    </main>
  );
}
