import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { inRiga, type Weekday } from '../../shared/format/riga-time';
import form from '../changes/form.module.css';
import { queries } from '../data/queries';
import { useNow } from '../now';
import { ProblemNote } from '../ticket/ProblemNote';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';
import c from './dialogs.module.css';
import { useCalendarWords } from './use-calendar-words';
import { useWindowChange } from './use-window-change';

type Window = components['schemas']['MaintenanceWindowResponse'];

const weekdays: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const EMPTY = { serviceId: '', days: [] as string[], from: '20:00', to: '23:00' };

function NewHours() {
  const { t } = useTexts();
  const today = inRiga(useNow()).date;
  const [fields, setFields] = useState(EMPTY);
  const { data: services = [] } = useQuery(queries.services());
  const { serviceId, days, from, to } = fields;
  const add = useWindowChange(
    () =>
      api.POST('/api/v1/maintenance-windows', {
        body: { serviceId, validFrom: today, weekly: days.map((day) => ({ weekday: Number(day), from, to })) },
      }),
    () => setFields(EMPTY),
  );
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(undefined);
      }}
    >
      <Select
        label={t('chcal.service')}
        required
        data={services.map(({ id, name }) => ({ value: id, label: name }))}
        value={serviceId || null}
        onChange={(id) => setFields({ ...fields, serviceId: id ?? '' })}
        searchable
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <Checkbox.Group label={t('chcal.weekdays')} value={days} onChange={(next) => setFields({ ...fields, days: next })}>
        <div className={c.weekdays}>
          {weekdays.map((day) => (
            <Checkbox key={day} value={String(day)} label={t(`weekday.name.${day}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={form.pair}>
        <TextInput
          type="time"
          label={t('chcal.from')}
          required
          value={from}
          onChange={(event) => setFields({ ...fields, from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('chcal.to')}
          description={to !== '' && to <= from ? t('chcal.nextDay') : undefined}
          inputWrapperOrder={['label', 'input', 'description']}
          required
          value={to}
          onChange={(event) => setFields({ ...fields, to: event.currentTarget.value })}
        />
      </div>
      {add.error && <ProblemNote error={add.error} />}
      <div className={form.dialogFoot}>
        <Button type="submit" disabled={!serviceId || days.length === 0 || !from || !to || from === to} loading={add.isPending}>
          {t('chcal.maintenanceSet')}
        </Button>
      </div>
    </form>
  );
}

function useHours() {
  const { t } = useTexts();
  const { range } = useCalendarWords();
  return ({ weekly, period }: Window): string =>
    period
      ? range(period)
      : (weekly ?? []).map(({ weekday, from, to }) => `${t(`weekday.short.${weekday as Weekday}`)} ${from}–${to}`).join(', ');
}

/** The hours of maintenance, and a form for a service that has none yet. */
export function Maintenance() {
  const { t } = useTexts();
  const hours = useHours();
  const { data = [] } = useQuery(calendarQueries.maintenance());
  const remove = useWindowChange((id: string) => api.DELETE('/api/v1/maintenance-windows/{id}', { params: { path: { id } } }));
  return (
    <>
      {data.length === 0 && <p className={form.plain}>{t('chcal.noMaintenance')}</p>}
      {data.length > 0 && (
        <ul className={c.windows}>
          {data.map((window) => (
            <li key={window.id}>
              <span>
                <b>{window.service.name}</b> <span className="num">{hours(window)}</span>
              </span>
              <Button
                size="xs"
                variant="default"
                loading={remove.isPending && remove.variables === window.id}
                onClick={() => remove.mutate(window.id)}
              >
                {t('chcal.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {remove.error && <ProblemNote error={remove.error} />}
      <h3 className={c.more}>{t('chcal.maintenanceNew')}</h3>
      <NewHours />
    </>
  );
}
