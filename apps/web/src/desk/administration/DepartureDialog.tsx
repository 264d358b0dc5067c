import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { FormDialog } from '../shell/FormDialog';
import { useTexts } from '../texts';
import type { RegisteredPerson } from './admin-queries';
import { useAdminChange } from './use-admin-change';

/** From which day on a person is not with us. */
export function DepartureDialog({ person, onClose }: { person: RegisteredPerson; onClose: () => void }) {
  const { t } = useTexts();
  const { date: today } = inRiga(useNow());
  const [on, setOn] = useState(person.leavesOn ?? today);
  const leave = useAdminChange(
    () =>
      bodyOf(
        api.POST('/api/v1/organisation/people/{id}/departure', {
          params: { path: { id: person.id } },
          headers: { 'if-match': `"${person.version}"` },
          body: { on },
        }),
      ),
    onClose,
  );
  return (
    <FormDialog
      title={t('admin.leave.title', { name: person.name })}
      submit={t('admin.leave.submit')}
      ready={on !== ''}
      busy={leave.isPending}
      error={leave.error}
      grave
      onSubmit={() => leave.mutate()}
      onClose={onClose}
    >
      <p>{t('admin.leave.hint')}</p>
      <TextInput
        type="date"
        label={t('admin.leave.on')}
        required
        data-autofocus
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
