import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';

export type TicketLink = components['schemas']['LinkResponse'];
export type Communication = components['schemas']['CommunicationResponse'];

const at = (id: string) => ({ params: { path: { id } } });

/** Who follows a ticket, and what was told of a major incident; its links are those of `changeQueries`. */
export const togetherQueries = {
  watchers: (id: string) =>
    queryOptions({
      queryKey: ['watchers', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/watchers', at(id)))).items,
    }),
  communications: (id: string) =>
    queryOptions({
      queryKey: ['communications', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/incidents/{id}/communications', at(id)))).items,
    }),
};
