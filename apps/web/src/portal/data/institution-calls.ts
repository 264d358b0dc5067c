import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';
import type { Page, TicketState, TicketSummary } from '../../shared/api/api-types';

type Schemas = components['schemas'];
export type InstitutionOverview = Schemas['InstitutionOverviewResponse'];
export type InstitutionFigure = Schemas['InstitutionFigureResponse'];
export type ChangeCalendar = Schemas['ChangeCalendarResponse'];
export type ApprovalCard = Schemas['ApprovalCardResponse'];

/** What the list of the institution's tickets is narrowed by. */
export interface InstitutionQuery {
  state: (TicketState | 'any')[];
  serviceId?: string;
  requesterId?: string;
  submittedFrom?: string;
  submittedTo?: string;
}

const listed = (query: InstitutionQuery) => ({
  view: 'institution' as const,
  type: 'incident' as const,
  sort: '-submitted' as const,
  ...query,
});

export const institutionOverview = (month: string | undefined, signal?: AbortSignal): Promise<InstitutionOverview> =>
  bodyOf(api.GET('/api/v1/institution/overview', { params: { query: month ? { month } : {} }, ...(signal ? { signal } : {}) }));

export const institutionTickets = async (
  query: InstitutionQuery,
  page: { limit: number; cursor?: string },
  signal?: AbortSignal,
): Promise<Page<TicketSummary>> =>
  (await bodyOf(
    api.GET('/api/v1/tickets', { params: { query: { ...listed(query), ...page } }, ...(signal ? { signal } : {}) }),
  )) as Page<TicketSummary>;

/** Where the list can be saved from: the browser shows the progress and keeps the file. */
export function institutionExportHref(query: InstitutionQuery): string {
  const words = new URLSearchParams({ format: 'csv' });
  for (const [key, value] of Object.entries(listed(query))) words.set(key, String(value));
  return `/api/v1/tickets/export?${words.toString()}`;
}

/** Changes and freezes from one day to before another. */
export const plannedChanges = (from: string, to: string, signal?: AbortSignal): Promise<ChangeCalendar> =>
  bodyOf(api.GET('/api/v1/change-calendar', { params: { query: { from, to } }, ...(signal ? { signal } : {}) }));

/** What waits for the reader's decision. */
export const ownApprovals = async (signal?: AbortSignal): Promise<ApprovalCard[]> =>
  (await bodyOf(api.GET('/api/v1/approvals', { params: { query: { state: 'pending' } }, ...(signal ? { signal } : {}) }))).items;
