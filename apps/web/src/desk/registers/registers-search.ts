const shows = ['open', 'overdue', 'reported', 'implemented', 'withdrawn', 'all'] as const;

/** Which recommendations the list shows. */
export type Show = (typeof shows)[number];

export const SHOWS: readonly Show[] = shows;

/** What the address of the list of recommendations says. */
export interface RecommendationsSearch {
  show?: Show;
  year?: number;
  outcome?: 'in_time' | 'not_in_time' | 'not_due_yet';
  basis?: 'strict';
}

export function readRecommendationsSearch(search: Record<string, unknown>): RecommendationsSearch {
  const show = shows.find((one) => one === search['show']);
  const year = Number(search['year']);
  const outcome = (['in_time', 'not_in_time', 'not_due_yet'] as const).find((one) => one === search['outcome']);
  return {
    ...(show ? { show } : {}),
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}),
    ...(outcome ? { outcome } : {}),
    ...(search['basis'] === 'strict' ? { basis: 'strict' } : {}),
  };
}

const STATES: Record<Show, { state?: ('open' | 'reported' | 'implemented' | 'withdrawn')[]; overdue?: 'true'; sort?: 'latest' }> = {
  open: { state: ['open', 'reported'] },
  overdue: { overdue: 'true' },
  reported: { state: ['reported'] },
  implemented: { state: ['implemented'], sort: 'latest' },
  withdrawn: { state: ['withdrawn'], sort: 'latest' },
  all: { sort: 'latest' },
};

/** The list's question. A year opens all of its rows, whatever became of them. */
export function toRecommendationQuery({ show, year, outcome, basis }: RecommendationsSearch) {
  return {
    ...STATES[show ?? (year === undefined ? 'open' : 'all')],
    ...(year === undefined ? {} : { year, sort: undefined }),
    ...(outcome ? { outcome } : {}),
    ...(basis ? { basis } : {}),
  };
}

/** What the address of the page of equipment says. */
export interface EquipmentSearch {
  on?: string;
  part?: 'updates';
  outcome?: 'covered' | 'stale' | 'never';
  class?: string;
}

export function readEquipmentSearch(search: Record<string, unknown>): EquipmentSearch {
  const on = search['on'];
  const outcome = (['covered', 'stale', 'never'] as const).find((one) => one === search['outcome']);
  const code = search['class'];
  return {
    ...(typeof on === 'string' && /^20\d\d-\d\d-\d\d$/.test(on) ? { on } : {}),
    ...(search['part'] === 'updates' ? { part: 'updates' } : {}),
    ...(outcome ? { outcome } : {}),
    ...(typeof code === 'string' && code !== '' ? { class: code } : {}),
  };
}

const states = ['overdue', 'due_soon', 'in_order', 'retired'] as const;

export type ControlState = (typeof states)[number];

export interface ControlsSearch {
  state?: ControlState;
}

export function readControlsSearch(search: Record<string, unknown>): ControlsSearch {
  const state = states.find((one) => one === search['state']);
  return state ? { state } : {};
}
