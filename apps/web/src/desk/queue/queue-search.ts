import type { FindTickets } from '../data/types';

/** Rows of a page. */
const PAGE = 50;

/** What the queue shows, as it stands in the URL: a link to it shows a colleague the same (within his own rights). */
export type View = 'mine' | 'group' | 'unassigned' | 'breaching' | 'all';
export type Sort = 'due' | '-submitted' | 'submitted' | '-updated' | 'priority';
export type Column = 'requester' | 'institution' | 'service' | 'category' | 'group' | 'assignee' | 'source' | 'submitted' | 'updated';

export const views: readonly View[] = ['mine', 'group', 'unassigned', 'breaching', 'all'];
export const sorts: readonly Sort[] = ['due', '-submitted', 'submitted', '-updated', 'priority'];
/** What a wide list may show beside the subject. */
export const columns: readonly Column[] = [
  ...(['requester', 'institution', 'service', 'category', 'group', 'assignee', 'source', 'submitted', 'updated'] as const),
];
/** What it shows until somebody chooses. */
export const usualColumns: readonly Column[] = ['institution', 'service', 'group', 'submitted'];

/** Everything that narrows a view; `groupId` of a group's own view is part of the view instead. */
export const filterKeys = [
  ...(['state', 'priority', 'type', 'source', 'institutionId', 'serviceId', 'category', 'groupId', 'assigneeId', 'requesterId'] as const),
  ...(['dueBefore', 'submittedFrom', 'submittedTo', 'q'] as const),
] as const;
export type FilterKey = (typeof filterKeys)[number];

export type QueueSearch = Partial<Record<FilterKey, string>> & {
  view?: View;
  sort?: Sort;
  /** Separated by commas; `-` for none. */
  columns?: string;
  /** The saved view that it began with. */
  saved?: string;
};

const isView = (value: unknown): value is View => views.includes(value as View);
const isSort = (value: unknown): value is Sort => sorts.includes(value as Sort);
const isColumn = (value: string): value is Column => columns.includes(value as Column);

/** Reads the search of a URL; what it does not know, it drops. */
export function readQueueSearch(raw: Record<string, unknown>): QueueSearch {
  const search: QueueSearch = {};
  if (isView(raw['view'])) search.view = raw['view'];
  if (isSort(raw['sort'])) search.sort = raw['sort'];
  for (const key of [...filterKeys, 'columns', 'saved'] as const) {
    const value = raw[key];
    if (typeof value === 'string' || typeof value === 'number') search[key] = String(value);
  }
  return search;
}

const list = (text: string): string[] => text.split(',').filter(Boolean);
/** States of a ticket that somebody still has to work on. */
export const openStates: readonly string[] = ['new', 'assigned', 'in_progress', 'on_hold'];

/** The order that the API gives a list where none is chosen: what is due next, or the newest where finished ones are among them. */
export function sortOf({ sort, state, type }: QueueSearch): Sort {
  if (sort) return sort;
  return state ? (list(state).every((one) => openStates.includes(one)) ? 'due' : '-submitted') : type === 'change' ? '-submitted' : 'due';
}

/** The columns that a search names, or the usual ones. */
export function columnsOf(chosen: string | undefined): readonly Column[] {
  return chosen === undefined ? usualColumns : list(chosen).filter(isColumn);
}

type Lists = Pick<FindTickets, 'state' | 'priority' | 'source'>;

/** The lists of a search as the API takes them. */
function listsOf({ state, priority, source }: QueueSearch): Lists {
  return {
    ...(state ? { state: list(state) as NonNullable<Lists['state']> } : {}),
    ...(priority ? { priority: list(priority).map(Number) } : {}),
    ...(source ? { source: list(source) as NonNullable<Lists['source']> } : {}),
  };
}

/** What a search narrows by, as the API and a saved view take it. */
export function filtersOf(search: QueueSearch): Omit<FindTickets, 'sort' | 'limit' | 'cursor'> {
  const {
    sort: _sort,
    columns: _columns,
    saved: _saved,
    state: _state,
    priority: _priority,
    source: _source,
    type,
    view,
    ...rest
  } = search;
  return { ...rest, ...(type ? { type: type as NonNullable<FindTickets['type']> } : {}), ...listsOf(search), view: view ?? 'mine' };
}

/** The API's query for a search. */
export function queueQuery(search: QueueSearch): FindTickets {
  return { ...filtersOf(search), sort: sortOf(search), limit: PAGE };
}

/** The search that a saved view opens with. */
export function searchOf(view: { id: string; filters: object; sort: string | null; columns: string[] }): QueueSearch {
  const raw = Object.fromEntries(
    Object.entries(view.filters).map(([key, value]: [string, unknown]) => [key, Array.isArray(value) ? value.join(',') : value]),
  );
  const shown = view.columns.length > 0 ? { columns: view.columns.join(',') } : {};
  return { ...readQueueSearch({ ...raw, sort: view.sort ?? undefined }), ...shown, saved: view.id };
}

/** Do two searches show the same list? */
export function isSameList(a: QueueSearch, b: QueueSearch): boolean {
  const words = (search: QueueSearch): string =>
    JSON.stringify([search.view ?? 'mine', sortOf(search), columnsOf(search.columns), ...filterKeys.map((key) => search[key] ?? '')]);
  return words(a) === words(b);
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

/** The search with one of its filters set, or taken off. */
export function withValue(search: QueueSearch, key: FilterKey, value: string | null | undefined): QueueSearch {
  const { [key]: _old, ...rest } = search;
  return value ? { ...rest, [key]: value } : rest;
}

/** Adds or removes one value of a comma-separated filter. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const values = list ? list.split(',') : [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return next.length === 0 ? undefined : next.join(',');
}
