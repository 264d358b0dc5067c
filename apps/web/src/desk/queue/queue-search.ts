import type { FindTickets } from '../data/types';

/** Rows of a page. */
const PAGE = 50;

/** What the queue shows, as it stands in the URL: a link to it shows a colleague the same (within his own rights). */
export type View = 'mine' | 'group' | 'unassigned' | 'breaching' | 'all';
export type Sort = 'due' | '-submitted' | 'submitted' | '-updated' | 'priority';

export interface QueueSearch {
  view?: View;
  state?: string;
  priority?: string;
  institutionId?: string;
  serviceId?: string;
  groupId?: string;
  assigneeId?: string;
  requesterId?: string;
  q?: string;
  sort?: Sort;
}

export const views: readonly View[] = ['mine', 'group', 'unassigned', 'breaching', 'all'];
export const sorts: readonly Sort[] = ['due', '-submitted', 'submitted', '-updated', 'priority'];
/** Everything that narrows a view; `groupId` of a group's own view is part of the view instead. */
export const filterKeys = ['state', 'priority', 'institutionId', 'serviceId', 'groupId', 'assigneeId', 'requesterId', 'q'] as const;
export type FilterKey = (typeof filterKeys)[number];

const isView = (value: unknown): value is View => views.includes(value as View);
const isSort = (value: unknown): value is Sort => sorts.includes(value as Sort);

/** Reads the search of a URL; what it does not know, it drops. */
export function readQueueSearch(raw: Record<string, unknown>): QueueSearch {
  const search: QueueSearch = {};
  if (isView(raw['view'])) search.view = raw['view'];
  if (isSort(raw['sort'])) search.sort = raw['sort'];
  for (const key of filterKeys) {
    const value = raw[key];
    if (typeof value === 'string' || typeof value === 'number') search[key] = String(value);
  }
  return search;
}

const list = (text: string): string[] => text.split(',');

/** The API's query for a search: `mine` and due order when nothing is said. */
export function queueQuery({ state, priority, view, sort, ...rest }: QueueSearch): FindTickets {
  const states = state ? { state: list(state) as NonNullable<FindTickets['state']> } : {};
  const priorities = priority ? { priority: list(priority).map(Number) } : {};
  return { ...rest, ...states, ...priorities, view: view ?? 'mine', sort: sort ?? 'due', limit: PAGE };
}

/** Whether anything narrows the view. */
export function isFiltered(search: QueueSearch): boolean {
  return filterKeys.some((key) => search[key] !== undefined);
}

/** The search with all filters taken off. */
export function withoutFilters(search: QueueSearch): QueueSearch {
  const { view, sort } = search;
  return { ...(view ? { view } : {}), ...(sort ? { sort } : {}) };
}

/** Adds or removes one value of a comma-separated filter. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const values = list ? list.split(',') : [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return next.length === 0 ? undefined : next.join(',');
}
