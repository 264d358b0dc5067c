import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { isSearchable } from '../data/queries';
import { plusDays } from '../change-calendar/calendar-days';
import { rigaInstant } from '../ticket/riga-wall';
import type { ChangesSearch } from './changes-search';
import type { Change, ChangeConflict, ChangeSummary, ChangeWindow } from './types';

const MINUTE = 60_000;
const at = (id: string) => ({ params: { path: { id } } });

const midnight = (date: string): string => rigaInstant(`${date}T00:00`) ?? '';

/** From the beginning of the first day to the end of the last, in Riga. */
const daysOf = (from: string | undefined, until: string | undefined): { from?: string; to?: string } => ({
  ...(from ? { from: midnight(from) } : {}),
  ...(until ? { to: midnight(plusDays(until, 1)) } : {}),
});

/** What the API is asked for by the address of the list. */
export const changeFilters = ({ state, from, until, ...search }: ChangesSearch) => ({
  ...search,
  ...daysOf(from, until),
  ...(state ? { state: [state] } : {}),
});

/** What the pages of changes read; a change invalidates all that begins with `changes`. */
export const changeQueries = {
  list: (search: ChangesSearch) =>
    infiniteQueryOptions({
      queryKey: ['changes', 'list', search],
      queryFn: async ({ pageParam, signal }) => {
        const query = { ...changeFilters(search), ...(pageParam ? { cursor: pageParam } : {}) };
        const page = await bodyOf(api.GET('/api/v1/changes', { params: { query }, signal }));
        return { ...page, items: page.items as ChangeSummary[] };
      },
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: MINUTE,
    }),
  found: (q: string) =>
    queryOptions({
      queryKey: ['changes', 'found', q],
      queryFn: async ({ signal }) => {
        const query = { q, state: ['any' as const], limit: 12 };
        return (await bodyOf(api.GET('/api/v1/changes', { params: { query }, signal }))).items;
      },
      enabled: isSearchable(q),
      placeholderData: keepPreviousData,
    }),
  one: (number: string) =>
    queryOptions({
      queryKey: ['changes', 'one', number],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/changes/{id}', at(number)))) as Change,
    }),
  riskQuestions: () =>
    queryOptions({
      queryKey: ['risk-questions'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/changes/risk-questions'))).items,
      staleTime: 60 * MINUTE,
    }),
  /** What speaks against another window than the one in the document, and what moving there means. */
  tried: (id: string, window: ChangeWindow | null) =>
    queryOptions({
      queryKey: ['changes', 'tried', id, window],
      queryFn: async () => {
        const query = window ? { from: window.from, to: window.to } : {};
        const { items, move } = await bodyOf(api.GET('/api/v1/changes/{id}/conflicts', { params: { path: { id }, query } }));
        const conflicts = items.map((found): ChangeConflict => ({
          ...found,
          item: found.item?.tag ?? null,
          freeze: found.freeze?.reason ?? null,
        }));
        return { conflicts, move };
      },
      enabled: window !== null,
    }),
  freeSlot: (id: string, minutes: number, from: string | null) =>
    queryOptions({
      queryKey: ['changes', 'slot', id, minutes, from],
      queryFn: () =>
        bodyOf(api.GET('/api/v1/changes/next-free-slot', { params: { query: { change: id, minutes, ...(from ? { from } : {}) } } })),
    }),
  templates: () =>
    queryOptions({
      queryKey: ['change-templates', 'offered'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/change-templates'))).items,
    }),
  links: (id: string) =>
    queryOptions({
      queryKey: ['changes', 'links', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/links', at(id)))).items,
    }),
};
