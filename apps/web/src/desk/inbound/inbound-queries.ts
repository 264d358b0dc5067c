import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type InboundMail = Schemas['InboundMailResponse'];
export type InboundMailDetail = Schemas['InboundMailDetailResponse'];
export type MailFate = InboundMail['fate'];
export type MailIn = Schemas['MailInResponse'];

const REFRESH_MS = 30_000;

/** What the list shows: all mails, or those of some fates. */
export const SHOWN = {
  waiting: ['parked', 'malformed'],
  all: [],
  taken: ['created', 'replied'],
  automatic: ['auto_reply', 'bounce', 'loop', 'duplicate'],
  refused: ['refused', 'discarded', 'too_large'],
} as const satisfies Record<string, readonly MailFate[]>;

export type Shown = keyof typeof SHOWN;

export const inboundQueries = {
  standing: () => queryOptions({ queryKey: ['mail-in'], queryFn: () => bodyOf(api.GET('/api/v1/mail-in')), refetchInterval: REFRESH_MS }),
  mails: (shown: Shown) =>
    infiniteQueryOptions({
      queryKey: ['inbound', shown],
      queryFn: ({ pageParam }) => {
        const fate = SHOWN[shown] as readonly MailFate[];
        const query = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}), ...(fate.length > 0 ? { fate: fate.join(',') } : {}) };
        // The API takes a list with commas; the client's type knows the list alone.
        return bodyOf(api.GET('/api/v1/mail-log', { params: { query: query as never } }));
      },
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: REFRESH_MS,
    }),
  mail: (id: string) =>
    queryOptions({
      queryKey: ['inbound-mail', id],
      queryFn: () => bodyOf(api.GET('/api/v1/mail-log/{id}', { params: { path: { id } } })),
    }),
  domains: () => queryOptions({ queryKey: ['mail-domains'], queryFn: async () => (await bodyOf(api.GET('/api/v1/mail-domains'))).items }),
};
