import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import { ProblemNote } from '../ticket/ProblemNote';
import c from './item.module.css';
import type { Item } from './types';
import { useItemChange } from './use-item-change';

/** The services that stand on a device. */
export function ItemServices({ item }: { item: Item }) {
  const { t } = useTexts();
  const [adding, setAdding] = useState(false);
  const { data: services = [] } = useQuery({ ...queries.services(), enabled: adding });
  const at = (serviceId: string) => ({ params: { path: { id: item.id, serviceId } } });
  const add = useItemChange(
    (id: string) => api.PUT('/api/v1/configuration-items/{id}/services/{serviceId}', at(id)),
    () => setAdding(false),
  );
  const remove = useItemChange(
    (id: string) => api.DELETE('/api/v1/configuration-items/{id}/services/{serviceId}', at(id)),
    () => undefined,
  );
  const problem = add.error ?? remove.error;
  const { write } = item.abilities;
  return (
    <section className={c.card} aria-labelledby="services-title">
      <header>
        <h2 id="services-title">{t('assets.services')}</h2>
      </header>
      {item.services.length === 0 && <p className={c.quiet}>{t('assets.noServices')}</p>}
      <ul className={c.names}>
        {item.services.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            {write && (
              <ActionIcon variant="subtle" color="gray" aria-label={t('assets.removeService', { name })} onClick={() => remove.mutate(id)}>
                <IconX size={15} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {write && !adding && (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
          {t('assets.addService')}
        </Button>
      )}
      {adding && (
        <Select
          aria-label={t('assets.addService')}
          placeholder={t('assets.addService')}
          data-autofocus
          autoFocus
          data={services
            .filter(({ id }) => !item.services.some((one) => one.id === id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) => id && add.mutate(id)}
          searchable
          nothingFoundMessage={t('desk.nothingFound')}
        />
      )}
      {problem && <ProblemNote error={problem} />}
    </section>
  );
}
