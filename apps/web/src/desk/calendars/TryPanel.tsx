import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { browserNow } from '../../shared/format/browser-clock';
import { useTexts } from '../texts';
import { Choices } from '../ticket/dialogs/Choices';
import type { Answer, CalendarDetail, View } from './calendar-types';
import { Faults } from './dialogs/Faults';
import { isMoment, MomentField } from './dialogs/MomentField';
import panel from './panels.module.css';
import c from './try.module.css';
import { TryAnswer } from './TryAnswer';
import { fromZone, inZone } from './zone-time';

type Operation = 'add' | 'elapsed' | 'next';
interface Pause {
  from: string;
  to: string;
}
interface Fields {
  operation: Operation;
  start: string;
  end: string;
  hours: string;
  pauses: Pause[];
}

const operations: Operation[] = ['add', 'elapsed', 'next'];
const SECONDS_PER_HOUR = 3600;

function useTry(calendar: CalendarDetail, view: View) {
  return useMutation({
    mutationFn: ({ operation, start, end, hours, pauses }: Fields): Promise<Answer> => {
      const at = (local: string): string => fromZone(local, calendar.timezone);
      const body = {
        operation,
        start: at(start),
        ...(operation === 'add' ? { seconds: Math.round(Number(hours.replace(',', '.')) * SECONDS_PER_HOUR) } : {}),
        ...(operation === 'elapsed' ? { end: at(end) } : {}),
        pauses: pauses.filter(({ from, to }) => isMoment(from) && isMoment(to)).map(({ from, to }) => [at(from), at(to)]),
        ...(view === 'draft' ? { version: 'draft' } : {}),
      };
      return bodyOf(api.POST('/api/v1/calendars/{id}/preview', { params: { path: { id: calendar.id } }, body }));
    },
  });
}

function isReady({ operation, start, end, hours }: Fields): boolean {
  if (!isMoment(start)) return false;
  if (operation === 'elapsed') return isMoment(end);
  return operation === 'next' || Number.isFinite(Number(hours.replace(',', '.') || 'x'));
}

function Pauses({ pauses, onChange }: { pauses: Pause[]; onChange: (pauses: Pause[]) => void }) {
  const { t } = useTexts();
  const put = (index: number, part: Partial<Pause>): void =>
    onChange(pauses.map((pause, at) => (at === index ? { ...pause, ...part } : pause)));
  return (
    <div className={c.pauses}>
      {pauses.map((pause, index) => (
        <div key={index} role="group" aria-label={t('cal.pause', { number: String(index + 1) })}>
          <MomentField label={t('cal.pauseFrom')} value={pause.from} onChange={(from) => put(index, { from })} />
          <MomentField label={t('cal.pauseTo')} value={pause.to} onChange={(to) => put(index, { to })} />
          <button
            type="button"
            aria-label={t('cal.removePause', { number: String(index + 1) })}
            onClick={() => onChange(pauses.filter((_, at) => at !== index))}
          >
            <IconX size={15} aria-hidden />
          </button>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => onChange([...pauses, { from: '', to: '' }])}
      >
        {t('cal.addPause')}
      </Button>
    </div>
  );
}

/** Counts on the calendar that is looked at: when an amount is used up, how much lies between two instants, when counting begins. */
export function TryPanel({ calendar, view }: { calendar: CalendarDetail; view: View }) {
  const { t } = useTexts();
  const [fields, setFields] = useState<Fields>(() => {
    const { date, time } = inZone(browserNow(), calendar.timezone);
    return { operation: 'add', start: `${date}T${time}`, end: '', hours: '16', pauses: [] };
  });
  const set = (part: Partial<Fields>): void => setFields({ ...fields, ...part });
  const attempt = useTry(calendar, view);
  const { operation } = fields;
  return (
    <section className={panel.part}>
      <form
        className={c.try}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate(fields);
        }}
      >
        <Choices
          layout="chips"
          label={t('cal.question')}
          choices={operations.map((value) => ({ value, text: t(`cal.try.${value}`) }))}
          value={operation}
          onChange={(value) => set({ operation: value as Operation })}
        />
        <div className={c.tryFields}>
          <MomentField label={t('cal.start')} value={fields.start} onChange={(start) => set({ start })} />
          {operation === 'add' && (
            <TextInput
              label={t('cal.hours')}
              inputMode="decimal"
              value={fields.hours}
              onChange={(event) => set({ hours: event.currentTarget.value })}
            />
          )}
          {operation === 'elapsed' && <MomentField label={t('cal.end')} value={fields.end} onChange={(end) => set({ end })} />}
        </div>
        <Pauses pauses={fields.pauses} onChange={(pauses) => set({ pauses })} />
        <p className={panel.hint}>{t('cal.inZone', { zone: calendar.timezone })}</p>
        <Button type="submit" loading={attempt.isPending} disabled={!isReady(fields)}>
          {t('cal.count')}
        </Button>
      </form>
      {attempt.error && <Faults error={attempt.error} />}
      {attempt.data && attempt.variables && (
        <TryAnswer answer={attempt.data} operation={attempt.variables.operation} zone={calendar.timezone} />
      )}
    </section>
  );
}
