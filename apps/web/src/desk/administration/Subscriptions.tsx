import { Button, Select, Skeleton, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import item from '../assets/item.module.css';
import { queries } from '../data/queries';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useFaults } from '../registers/use-faults';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import c from './admin.module.css';
import { adminQueries, type RegisteredService, type Subscription } from './admin-queries';
import { useAdminChange } from './use-admin-change';

function SubscribeDialog({ service, onClose }: { service: RegisteredService; onClose: () => void }) {
  const { t } = useTexts();
  const { date: today } = inRiga(useNow());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const [institutionId, setInstitution] = useState<string | null>(null);
  const [validFrom, setFrom] = useState(today);
  const [validTo, setTo] = useState('');
  const save = useAdminChange(
    () =>
      bodyOf(
        api.POST('/api/v1/catalogue/services/{id}/subscriptions', {
          params: { path: { id: service.id } },
          body: { institutionId: institutionId ?? '', validFrom, validTo: validTo || null },
        }),
      ),
    onClose,
  );
  const fault = useFaults(save.error);
  return (
    <FormDialog
      title={t('admin.service.subscribe')}
      submit={t('admin.save')}
      ready={institutionId !== null && validFrom !== ''}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Select
        label={t('admin.field.institution')}
        required
        data-autofocus
        data={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        value={institutionId}
        error={fault('institutionId')}
        onChange={setInstitution}
        searchable
        allowDeselect={false}
      />
      <div className={item.grid}>
        <TextInput
          type="date"
          label={t('admin.field.activeFrom')}
          required
          value={validFrom}
          error={fault('validFrom')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('admin.field.activeTo')}
          value={validTo}
          error={fault('validTo')}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  );
}

function EndDialog({ subscription, onClose }: { subscription: Subscription; onClose: () => void }) {
  const { t } = useTexts();
  const { date: today } = inRiga(useNow());
  const [on, setOn] = useState(today);
  const end = useAdminChange(
    () => bodyOf(api.POST('/api/v1/catalogue/subscriptions/{id}/end', { params: { path: { id: subscription.id } }, body: { on } })),
    onClose,
  );
  const fault = useFaults(end.error);
  return (
    <FormDialog
      title={t('admin.service.endTitle', { name: subscription.institution.name })}
      submit={t('admin.service.end')}
      ready={on !== ''}
      busy={end.isPending}
      error={end.error}
      grave
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('admin.service.endsOn')}
        description={t('admin.service.endsHint')}
        required
        data-autofocus
        value={on}
        error={fault('on')}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Which institutions receive a service, and when. */
export function Subscriptions({ service }: { service: RegisteredService }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { data } = useQuery(adminQueries.subscriptions(service.id));
  const [open, setOpen] = useState<'add' | Subscription | null>(null);
  const { date: today } = inRiga(useNow());
  const close = (): void => setOpen(null);
  return (
    <section className={item.card} aria-labelledby="subscriptions-title">
      <header>
        <h2 id="subscriptions-title">{t('admin.service.subscribers')}</h2>
        {service.abilities.change && (
          <Button className={c.keep} size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('add')}>
            {t('admin.service.subscribe')}
          </Button>
        )}
      </header>
      {!data && <Skeleton height={120} />}
      {data?.length === 0 && <p className={c.quiet}>{t('admin.service.nobody')}</p>}
      <ul className={c.rows}>
        {data?.map((subscription) => {
          const { id, institution, validFrom, validTo, holds } = subscription;
          const mayEnd = service.abilities.change && (validTo === null || validTo > today);
          return (
            <li key={id} data-past={!holds || undefined}>
              <div>
                <b>{institution.name}</b>
                <small className="num">
                  {validTo
                    ? t('admin.grant.fromTo', { from: date(validFrom), to: date(validTo) })
                    : t('admin.grant.from', { from: date(validFrom) })}
                </small>
              </div>
              {mayEnd && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('admin.service.endTitle', { name: institution.name })}
                  onClick={() => setOpen(subscription)}
                >
                  {t('admin.service.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {open === 'add' && <SubscribeDialog service={service} onClose={close} />}
      {open !== null && open !== 'add' && <EndDialog subscription={open} onClose={close} />}
    </section>
  );
}
