import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import item from '../assets/item.module.css';
import { useFormat } from '../format';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import c from './admin.module.css';
import { adminQueries, type Institution } from './admin-queries';
import { HistoryCard } from './HistoryCard';
import { InstitutionDialog } from './InstitutionDialog';
import { UnitTree } from './UnitTree';

const route = getRouteApi('/admin/institutions/$id');

function Facts({ institution }: { institution: Institution }) {
  const { t } = useTexts();
  const { date, number } = useFormat();
  const facts = [
    ['nameLv', institution.nameLv],
    ['nameEn', institution.nameEn],
    ['kind', t(`admin.kind.${institution.kind}`)],
    ['isClient', t(institution.isClient ? 'admin.yes' : 'admin.no')],
    ['activeFrom', date(institution.activeFrom)],
    ['activeTo', institution.activeTo ? date(institution.activeTo) : '–'],
    ['parentId', institution.parent?.name ?? '–'],
    ['registrationNo', institution.registrationNo ?? '–'],
    ['externalId', institution.externalId ?? '–'],
  ] as const;
  return (
    <section className={item.card} aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{t('admin.institution.facts')}</h2>
      </header>
      <dl className={`${item.facts} num`}>
        {facts.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`admin.field.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('admin.institution.people')}</dt>
          <dd>
            <Link to="/admin/people" search={{ institutionId: institution.id }} className={c.link}>
              {number(institution.people)}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** One institution: its units, what is known of it, what was changed. */
export function InstitutionPage() {
  const { t, locale } = useTexts();
  const { id } = route.useParams();
  const query = useQuery(adminQueries.institution(id));
  const [editing, setEditing] = useState(false);
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const institution = query.data;
  if (!institution)
    return (
      <main className={item.page}>
        <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />
      </main>
    );
  return (
    <main className={item.page}>
      <header className={item.head}>
        <div>
          <Link to="/admin/institutions" className={c.back}>
            <IconArrowLeft size={15} aria-hidden /> {t('admin.place.institutions')}
          </Link>
          <h1>{locale === 'lv' ? institution.nameLv : institution.nameEn}</h1>
        </div>
        {institution.abilities.change && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t('admin.edit')}
          </Button>
        )}
      </header>
      <div className={item.columns}>
        <div className={item.main}>
          <UnitTree institution={institution} />
          <HistoryCard kind="institutions" id={id} />
        </div>
        <aside className={item.side}>
          <Facts institution={institution} />
        </aside>
      </div>
      {editing && <InstitutionDialog institution={institution} onClose={() => setEditing(false)} onDone={() => setEditing(false)} />}
    </main>
  );
}
