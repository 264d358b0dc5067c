import { NativeSelect, TextInput } from '@mantine/core';
import { useTexts } from '../texts';
import { backDates, type NewTicketForm } from './new-ticket-form';
import c from './create.module.css';

/** When it was told; earlier than now needs a reason, because the clocks start then. */
export function SubmittedField({ form }: { form: NewTicketForm }) {
  const { t } = useTexts();
  const { minutesAgo, whyEarlier } = form.fields;
  const choices = backDates.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? t('new.now') : t('new.ago', { minutes: String(minutes) }),
  }));
  return (
    <div className={c.when}>
      <NativeSelect
        label={t('new.when')}
        data={choices}
        value={String(minutesAgo)}
        onChange={(event) => form.set({ minutesAgo: Number(event.currentTarget.value) })}
      />
      {minutesAgo > 0 && (
        <TextInput
          label={t('new.whyEarlier')}
          required
          value={whyEarlier}
          onChange={(event) => form.set({ whyEarlier: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
