import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../shared/api/http';
import { useTexts, type TextKey } from '../texts';
import type { CalendarDetail, Content, Draft } from './calendar-types';

const contentOf = ({ validFrom, weekly, exceptions, recurringHolidays, shortenedByMinutes, source }: Content): Content => ({
  validFrom,
  weekly,
  exceptions,
  recurringHolidays,
  shortenedByMinutes,
  source,
});

/** Reads everything about a calendar again; the calendar first, since a draft that is gone must not be asked for any more. */
export function useRefresh(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['calendar', id, 'detail'] });
    await Promise.all([client.invalidateQueries({ queryKey: ['calendar', id] }), client.invalidateQueries({ queryKey: ['calendars'] })]);
  };
}

/** Saves a change to the draft at once, on the state that is shown; where there is none, it begins with what is in force. */
export function useSaveDraft(calendar: CalendarDetail) {
  const refresh = useRefresh(calendar.id);
  const { t } = useTexts();
  return useMutation({
    mutationFn: async ({ change }: { change: Partial<Content>; done: TextKey }) => {
      const base = calendar.draft ?? calendar.inForce;
      const begun = calendar.draft ? {} : { validFrom: calendar.today };
      const body = { ...(base ? contentOf(base) : {}), ...begun, ...change };
      const ifMatch = `"${calendar.draft?.version ?? 0}"`;
      return (await request<Draft>('PUT', `/calendars/${calendar.id}/draft`, { body, ifMatch })).data;
    },
    onSuccess: async (_, { done }) => {
      await refresh();
      notifications.show({ message: t(done), autoClose: 2500, withBorder: true });
    },
  });
}
