import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Announcement = Schemas['AnnouncementResponse'];
export type AnnouncementBody = Schemas['AnnouncementRequest'];

/** All of the last ninety days, or those of one incident; with whether the reader may make one. */
export const announcementsQuery = (incident?: string) =>
  queryOptions({
    queryKey: ['announcements', incident ?? 'all'],
    queryFn: () => bodyOf(api.GET('/api/v1/announcements', { params: { query: incident ? { incident } : {} } })),
  });
