import { NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/api';
import { useTexts } from '../../texts';
import type { CalendarDetail } from '../calendar-types';
import { useRefresh } from '../use-draft-changes';
import { EditDialog } from './EditDialog';

/** Lays the public holidays of a year into the draft; the days that the Cabinet moves are the administrator's. */
export function HolidaysDialog({ calendar, year, onClose }: { calendar: CalendarDetail; year: number; onClose: () => void }) {
  const { t } = useTexts();
  const refresh = useRefresh(calendar.id);
  const [wanted, setWanted] = useState<number | string>(year);
  const layIn = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/api/v1/calendars/{id}/draft/public-holidays', {
          params: { path: { id: calendar.id }, header: { 'If-Match': `"${calendar.draft?.version ?? 0}"` } },
          body: { year: Number(wanted) },
        }),
      ),
    onSuccess: async ({ added, kept }) => {
      await refresh();
      notifications.show({ message: t('cal.laidIn', { added: added.length, kept: kept.length }), autoClose: 5000, withBorder: true });
      onClose();
    },
  });
  return (
    <EditDialog
      title={t('cal.layInTitle')}
      submit={t('cal.layInDo')}
      busy={layIn.isPending}
      error={layIn.error}
      onSubmit={() => layIn.mutate()}
      onClose={onClose}
    >
      <p>{t('cal.layInText')}</p>
      <NumberInput label={t('cal.year')} data-autofocus min={2016} max={2100} thousandSeparator="" value={wanted} onChange={setWanted} />
    </EditDialog>
  );
}
