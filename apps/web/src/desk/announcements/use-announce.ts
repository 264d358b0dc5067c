import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { type TextKey, useTexts } from '../texts';
import type { Announcement, AnnouncementBody } from './announcement-queries';

type News = { textLv: string; textEn: string };
type Step =
  | { do: 'announce'; body: AnnouncementBody }
  | { do: 'change'; of: Announcement; body: Partial<AnnouncementBody> }
  | { do: 'update' | 'end'; of: Announcement; body: News };

const DONE: Record<Step['do'], TextKey> = {
  announce: 'announce.done.announce',
  change: 'announce.done.change',
  update: 'announce.done.update',
  end: 'announce.done.end',
};

async function take(step: Step): Promise<void> {
  if (step.do === 'announce') return void (await bodyOf(api.POST('/api/v1/announcements', { body: step.body })));
  const at = { params: { path: { id: step.of.id } } };
  const seen = { headers: { 'if-match': `"${step.of.revision}"` } };
  if (step.do === 'change') await bodyOf(api.PATCH('/api/v1/announcements/{id}', { ...at, ...seen, body: step.body }));
  else if (step.do === 'update') await bodyOf(api.POST('/api/v1/announcements/{id}/updates', { ...at, body: step.body }));
  else await bodyOf(api.POST('/api/v1/announcements/{id}/ending', { ...at, ...seen, body: step.body }));
}

/** Makes an announcement, changes it, tells its news, ends it. */
export function useAnnounce(onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: take,
    onSuccess: async (_nothing, step) => {
      await client.invalidateQueries({ queryKey: ['announcements'] });
      notifications.show({ message: t(DONE[step.do]), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}
