import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Announcement = Schemas['AnnouncementResponse'];
export type AnnouncementBody = Schemas['AnnouncementRequest'];

/** What an announcement is of, by number. */
export type Behind = { incident: string } | { change: string };

/** All of the last ninety days, or those of one incident or change; with whether the reader may make one. */
export const announcementsQuery = (behind?: Behind) =>
  queryOptions({
    queryKey: ['announcements', behind ?? 'all'],
    queryFn: () => bodyOf(api.GET('/api/v1/announcements', { params: { query: behind ?? {} } })),
  });
