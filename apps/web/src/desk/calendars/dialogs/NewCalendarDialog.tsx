import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/api';
import { useTexts } from '../../texts';
import { EditDialog } from './EditDialog';

/** A new calendar: it begins with an empty draft, and nothing can be promised on it before that is published. */
export function NewCalendarDialog({ onMade, onClose }: { onMade: (id: string) => void; onClose: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [fields, setFields] = useState({ code: '', nameLv: '', nameEn: '', timezone: 'Europe/Riga' });
  const make = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/calendars', { body: fields })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['calendars'] });
      onMade(id);
    },
  });
  const text = (name: keyof typeof fields, label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      required
      data-autofocus={name === 'code' || undefined}
      value={fields[name]}
      onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
    />
  );
  return (
    <EditDialog
      title={t('cal.new')}
      submit={t('cal.newDo')}
      ready={Object.values(fields).every((value) => value.trim() !== '')}
      busy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
      onClose={onClose}
    >
      {text('code', t('cal.code'), t('cal.codeHint'))}
      {text('nameLv', t('cal.nameLv'))}
      {text('nameEn', t('cal.nameEn'))}
      {text('timezone', t('cal.zone'), t('cal.zoneHint'))}
    </EditDialog>
  );
}
