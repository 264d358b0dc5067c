import type { paths } from '../../shared/api-schema';

type Query = paths['/api/v1/search']['get']['parameters']['query'];
export type SearchKind = NonNullable<Query['kinds']>[number];
export type SearchSort = NonNullable<Query['sort']>;

export const searchKinds: readonly SearchKind[] = ['incident', 'change', 'problem', 'person', 'service', 'item', 'known_error'];
export const searchSorts: readonly SearchSort[] = ['best', 'newest'];

/** What the address of the results says. */
export interface DeskSearch {
  q?: string;
  kind?: SearchKind;
  state?: 'open';
  /** Not `sort`, which is the queue's. */
  order?: 'newest';
  serviceId?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads the search of a URL; what it does not know, it drops. */
export function readDeskSearch(raw: Record<string, unknown>): DeskSearch {
  const kind = searchKinds.find((one) => one === raw['kind']);
  // A number in an address is read as one.
  const q = typeof raw['q'] === 'number' ? String(raw['q']) : text(raw['q']);
  const serviceId = text(raw['serviceId']);
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(raw['state'] === 'open' ? { state: 'open' } : {}),
    ...(raw['order'] === 'newest' ? { order: 'newest' } : {}),
    ...(serviceId ? { serviceId } : {}),
  };
}

/** The API's query for a search. */
export function queryOf({ q = '', kind, order, ...rest }: DeskSearch): Query {
  return { q, ...(kind ? { kinds: [kind] } : {}), ...(order ? { sort: order } : {}), ...rest };
}
