import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import list from '../assets/assets.module.css';
import { exportHref } from '../data/export-href';
import { useRight } from '../data/session';
import { useFormat } from '../format';
import { SaveMenu } from '../reports/SaveMenu';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { adminQueries, type ServiceRow } from './admin-queries';
import { ServiceDialog } from './ServiceDialog';
import { ServiceState } from './ServiceState';

function Row({ service }: { service: ServiceRow }) {
  const { t, locale } = useTexts();
  const { number } = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link to="/admin/services/$id" params={{ id: service.id }}>
          {locale === 'lv' ? service.nameLv : service.nameEn}
        </Link>
        <small className="num">{service.code}</small>
      </th>
      <td data-label={t('admin.field.state')}>
        <ServiceState state={service.status} />
      </td>
      <td data-label={t('admin.field.criticality')}>{t(`admin.criticality.${service.criticality}`)}</td>
      <td data-label={t('admin.field.owner')}>{service.owner?.name ?? '–'}</td>
      <td data-label={t('admin.field.group')}>{service.group?.name ?? '–'}</td>
      <td data-label={t('admin.service.subscribers')} className="num">
        {number(service.subscribers)}
      </td>
    </tr>
  );
}

/** The catalogue: what the Centre provides, to how many, who answers for it. */
export function ServicesPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const services = useQuery(adminQueries.services());
  const mayAdd = useRight('catalogue.write');
  const [adding, setAdding] = useState(false);
  if (services.error) return <FailedPage error={services.error} reset={() => void services.refetch()} />;
  const columns = [
    'admin.field.service',
    'admin.field.state',
    'admin.field.criticality',
    'admin.field.owner',
    'admin.field.group',
    'admin.service.subscribers',
  ] as const;
  return (
    <main className={list.page}>
      <header className={list.head}>
        <div>
          <h1>{t('admin.place.services')}</h1>
          <p>{t('admin.service.lead')}</p>
        </div>
        <SaveMenu href={(format) => exportHref('catalogue/services', {}, format)} />
        {mayAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.service.add')}
          </Button>
        )}
      </header>
      <section className={list.card} aria-label={t('admin.place.services')}>
        {services.isPending && <Skeleton height={320} radius={8} role="status" aria-label={t('desk.loading')} />}
        {services.data && (
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
              {services.data.map((service) => (
                <Row key={service.id} service={service} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {adding && (
        <ServiceDialog onClose={() => setAdding(false)} onDone={({ id }) => void navigate({ to: '/admin/services/$id', params: { id } })} />
      )}
    </main>
  );
}
