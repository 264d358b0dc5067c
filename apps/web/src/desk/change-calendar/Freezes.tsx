import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api/api';
import form from '../changes/form.module.css';
import { WindowFields } from '../changes/window/WindowFields';
import { queries } from '../data/queries';
import { useNow } from '../now';
import { ProblemNote } from '../ticket/ProblemNote';
import { rigaInstant } from '../ticket/riga-wall';
import { useTexts } from '../texts';
import { calendarQueries } from './calendar-queries';
import c from './dialogs.module.css';
import { useCalendarWords } from './use-calendar-words';
import { useWindowChange } from './use-window-change';

const EMPTY = { from: '', to: '', reason: '', scope: '' };

function NewFreeze() {
  const { t } = useTexts();
  const [fields, setFields] = useState(EMPTY);
  const { data: services = [] } = useQuery(queries.services());
  const { data: institutions = [] } = useQuery(queries.institutions());
  const [from, to] = [rigaInstant(fields.from), rigaInstant(fields.to)];
  const [kind, id] = fields.scope.split(' ');
  const add = useWindowChange(
    (window: { from: string; to: string }) =>
      api.POST('/api/v1/freeze-windows', {
        body: { ...window, reason: fields.reason.trim(), ...(kind === 'service' ? { serviceId: id } : kind ? { institutionId: id } : {}) },
      }),
    () => setFields(EMPTY),
  );
  const options = (group: string, name: string, items: readonly { id: string; name: string }[]) => ({
    group,
    items: items.map((item) => ({ value: `${name} ${item.id}`, label: item.name })),
  });
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (from && to) add.mutate({ from, to });
      }}
    >
      <WindowFields
        fields={{ ...fields, outage: '' }}
        withOutage={false}
        onChange={(next) => setFields({ ...fields, from: next.from, to: next.to })}
      />
      <Select
        label={t('chcal.freezeFor')}
        placeholder={t('chcal.freezeAll')}
        data={[options(t('chcal.services'), 'service', services), options(t('chcal.institutionsWord'), 'institution', institutions)]}
        value={fields.scope || null}
        onChange={(scope) => setFields({ ...fields, scope: scope ?? '' })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('queue.filter.clearOne') }}
        nothingFoundMessage={t('desk.nothingFound')}
      />
      <TextInput
        label={t('chcal.freezeReason')}
        required
        maxLength={500}
        value={fields.reason}
        onChange={(event) => setFields({ ...fields, reason: event.currentTarget.value })}
      />
      {add.error && <ProblemNote error={add.error} />}
      <div className={form.dialogFoot}>
        <Button type="submit" disabled={!from || !to || to <= from || fields.reason.trim() === ''} loading={add.isPending}>
          {t('chcal.freezeSet')}
        </Button>
      </div>
    </form>
  );
}

/** The freezes that are not over, and a form for another. */
export function Freezes() {
  const { t } = useTexts();
  const words = useCalendarWords();
  const now = useNow();
  const { data = [] } = useQuery(calendarQueries.freezes());
  const lift = useWindowChange((id: string) => api.DELETE('/api/v1/freeze-windows/{id}', { params: { path: { id } } }));
  const open = data.filter(({ to }) => Date.parse(to) > now);
  return (
    <>
      {open.length === 0 && <p className={form.plain}>{t('chcal.noFreezes')}</p>}
      {open.length > 0 && (
        <ul className={c.windows}>
          {open.map((freeze) => (
            <li key={freeze.id}>
              <span>{words.freeze(freeze)}</span>
              <Button
                size="xs"
                variant="default"
                loading={lift.isPending && lift.variables === freeze.id}
                onClick={() => lift.mutate(freeze.id)}
              >
                {t(Date.parse(freeze.from) < now ? 'chcal.freezeEnd' : 'chcal.freezeLift')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {lift.error && <ProblemNote error={lift.error} />}
      <h3 className={c.more}>{t('chcal.freezeNew')}</h3>
      <NewFreeze />
    </>
  );
}
