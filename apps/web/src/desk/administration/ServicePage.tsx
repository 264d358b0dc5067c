import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import item from '../assets/item.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './admin.module.css';
import { adminQueries, type RegisteredService } from './admin-queries';
import { HistoryCard } from './HistoryCard';
import { ServiceDialog } from './ServiceDialog';
import { ServiceState } from './ServiceState';
import { Subscriptions } from './Subscriptions';
import { useAdminChange } from './use-admin-change';

const route = getRouteApi('/admin/services/$id');

function Head({ service }: { service: RegisteredService }) {
  const { t, locale } = useTexts();
  const [editing, setEditing] = useState(false);
  const close = (): void => setEditing(false);
  const at = { params: { path: { id: service.id } }, headers: { 'if-match': `"${service.version}"` } };
  const publish = useAdminChange(() => bodyOf(api.POST('/api/v1/catalogue/services/{id}/publication', at)), close);
  const retire = useAdminChange(() => bodyOf(api.POST('/api/v1/catalogue/services/{id}/retirement', at)), close);
  const error = publish.error ?? retire.error;
  return (
    <header className={item.head}>
      <div>
        <Link to="/admin/services" className={c.back}>
          <IconArrowLeft size={15} aria-hidden /> {t('admin.place.services')}
        </Link>
        <h1>{locale === 'lv' ? service.nameLv : service.nameEn}</h1>
        <p>
          <ServiceState state={service.status} />
          <span className="num">{service.code}</span>
        </p>
      </div>
      {service.abilities.retire && (
        <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate()}>
          {t('admin.service.retire')}
        </Button>
      )}
      {service.abilities.change && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
          {t('admin.edit')}
        </Button>
      )}
      {service.abilities.publish && (
        <Button loading={publish.isPending} onClick={() => publish.mutate()}>
          {t('admin.service.publish')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
      {editing && <ServiceDialog service={service} onClose={close} onDone={close} />}
    </header>
  );
}

function Facts({ service }: { service: RegisteredService }) {
  const { t, locale } = useTexts();
  const facts = [
    ['nameLv', service.nameLv],
    ['nameEn', service.nameEn],
    ['owner', service.owner?.name ?? '–'],
    ['group', service.group?.name ?? '–'],
    ['criticality', t(`admin.criticality.${service.criticality}`)],
    ['kinds', service.kinds.map((kind) => t(`admin.service.kind.${kind}`)).join(', ') || '–'],
  ] as const;
  const description = locale === 'lv' ? service.descriptionLv : service.descriptionEn;
  return (
    <section className={item.card} aria-labelledby="facts-title">
      <header>
        <h2 id="facts-title">{t('admin.service.facts')}</h2>
      </header>
      {description && <p className={c.note}>{description}</p>}
      {service.status === 'draft' && <p className={c.quiet}>{t('admin.service.draftHint')}</p>}
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

/** One service: who receives it, what it is, what was changed. */
export function ServicePage() {
  const { t } = useTexts();
  const { id } = route.useParams();
  const query = useQuery(adminQueries.service(id));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const service = query.data;
  if (!service)
    return (
      <main className={item.page}>
        <Skeleton height={420} radius={12} role="status" aria-label={t('desk.loading')} />
      </main>
    );
  return (
    <main className={item.page}>
      <Head service={service} />
      <div className={item.columns}>
        <div className={item.main}>
          <Subscriptions service={service} />
          <HistoryCard kind="services" id={id} />
        </div>
        <aside className={item.side}>
          <Facts service={service} />
        </aside>
      </div>
    </main>
  );
}
