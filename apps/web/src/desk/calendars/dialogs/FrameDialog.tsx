import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../texts';
import type { CalendarDetail, Content } from '../calendar-types';
import { useSaveDraft } from '../use-draft-changes';
import { EditDialog } from './EditDialog';

/** `24.12., 31.12.` or `12-24, 12-31` as the API writes them; what is neither is left for the server to name. */
function readDays(text: string): string[] {
  return text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const local = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(part);
      return local ? `${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}` : part;
    });
}

const writeDays = (days: readonly string[]): string => days.map((day) => `${day.slice(3)}.${day.slice(0, 2)}.`).join(', ');

/** From when the draft holds, what it rests on, and the rules that hold every year. */
export function FrameDialog({ calendar, content, onClose }: { calendar: CalendarDetail; content: Content; onClose: () => void }) {
  const { t } = useTexts();
  const [validFrom, setValidFrom] = useState(content.validFrom ?? '');
  const [source, setSource] = useState(content.source);
  const [minutes, setMinutes] = useState<number | string>(content.shortenedByMinutes);
  const [recurring, setRecurring] = useState(writeDays(content.recurringHolidays));
  const save = useSaveDraft(calendar);
  const submit = (): void => {
    const change = {
      validFrom: calendar.inForce ? validFrom : null,
      source,
      shortenedByMinutes: Number(minutes),
      recurringHolidays: readDays(recurring),
    };
    save.mutate({ change, done: 'cal.saved' }, { onSuccess: onClose });
  };
  return (
    <EditDialog title={t('cal.frame')} submit={t('cal.save')} busy={save.isPending} error={save.error} onSubmit={submit} onClose={onClose}>
      {calendar.inForce && (
        <TextInput
          type="date"
          label={t('cal.validFrom')}
          description={t('cal.validFromHint')}
          min={calendar.today}
          value={validFrom}
          onChange={(event) => setValidFrom(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t('cal.source')}
        description={t('cal.sourceHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <NumberInput
        label={t('cal.shortenedBy')}
        description={t('cal.shortenedHint')}
        min={0}
        max={720}
        suffix=" min"
        hideControls
        value={minutes}
        onChange={setMinutes}
      />
      <TextInput
        label={t('cal.recurring')}
        description={t('cal.recurringHint')}
        value={recurring}
        onChange={(event) => setRecurring(event.currentTarget.value)}
      />
    </EditDialog>
  );
}
