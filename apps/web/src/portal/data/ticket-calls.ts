import type {
  AddedComment,
  Attachment,
  ClockExplanation,
  Comment,
  NewIncident,
  Page,
  RatingLink,
  RatingStatus,
  RatingValue,
  RatingView,
  Service,
  Ticket,
  TicketState,
  TicketSummary,
} from '../../shared/api/api-types';
import { api, bodyOf } from '../../shared/api/api';

/** What a call takes besides its body. */
const at = (id: string, signal?: AbortSignal) => ({ params: { path: { id } }, ...(signal ? { signal } : {}) });
const once = (idempotencyKey: string) => ({ headers: { 'idempotency-key': idempotencyKey } });

export interface OwnQuery {
  state?: (TicketState | 'any')[];
  q?: string;
  cursor?: string;
}

/** Tickets that the person asked for or that are about him, newest change first. */
export const ownTickets = async (query: OwnQuery, limit: number, signal?: AbortSignal): Promise<Page<TicketSummary>> =>
  (await bodyOf(
    api.GET('/api/v1/tickets', {
      params: { query: { view: 'requested', sort: '-updated', limit, ...query } },
      ...(signal ? { signal } : {}),
    }),
  )) as Page<TicketSummary>;

export const ticket = async (idOrNumber: string, signal?: AbortSignal): Promise<Ticket> =>
  (await bodyOf(api.GET('/api/v1/tickets/{id}', at(idOrNumber, signal)))) as Ticket;
export const clocks = async (id: string, signal?: AbortSignal): Promise<ClockExplanation[]> =>
  (await bodyOf(api.GET('/api/v1/tickets/{id}/clocks', at(id, signal)))).items;
export const comments = async (id: string, signal?: AbortSignal): Promise<Comment[]> =>
  (await bodyOf(api.GET('/api/v1/tickets/{id}/comments', at(id, signal)))).items;
export const attachments = async (id: string, signal?: AbortSignal): Promise<Attachment[]> =>
  (await bodyOf(api.GET('/api/v1/tickets/{id}/attachments', at(id, signal)))).items;
export const services = async (signal?: AbortSignal): Promise<Service[]> =>
  (await bodyOf(api.GET('/api/v1/services', signal ? { signal } : {}))).items;

/** The devices that the person himself answers for and uses. */
export const ownDevices = async (signal?: AbortSignal): Promise<{ id: string; tag: string; name: string }[]> =>
  (
    await bodyOf(
      api.GET('/api/v1/configuration-items', {
        params: { query: { custodianId: 'me', status: ['in_use', 'in_repair'], limit: 50 } },
        ...(signal ? { signal } : {}),
      }),
    )
  ).items;

export const submitIncident = async (body: NewIncident, idempotencyKey: string): Promise<Ticket> =>
  (await bodyOf(api.POST('/api/v1/incidents', { body, ...once(idempotencyKey) }))) as Ticket;
export const reply = (id: string, body: string, idempotencyKey: string): Promise<AddedComment> =>
  bodyOf(api.POST('/api/v1/tickets/{id}/comments', { ...at(id), body: { body, visibility: 'public' }, ...once(idempotencyKey) }));
export const confirm = async (id: string): Promise<void> => void (await api.POST('/api/v1/incidents/{id}/confirmation', at(id)));
export const reopen = async (id: string, reason: string): Promise<void> =>
  void (await api.POST('/api/v1/incidents/{id}/reopening', { ...at(id), body: { reason } }));
export const withdraw = async (id: string): Promise<void> =>
  void (await api.POST('/api/v1/incidents/{id}/cancellation', { ...at(id), body: { reason: 'withdrawn' } }));

/** Sends one file; with a comment's id it belongs to that message. */
export function attach(id: string, file: File, commentId?: string): Promise<Attachment> {
  const form = new FormData();
  if (commentId) form.set('commentId', commentId);
  form.set('visibility', 'public');
  form.set('file', file, file.name);
  // The API's description leaves multipart bodies open, so the form cannot be checked against it.
  return bodyOf(api.POST('/api/v1/tickets/{id}/attachments', { ...at(id), body: form as never }));
}

/** Sends the files one after another; gives back those that did not arrive. */
export async function sendFiles(ticketId: string, files: File[]): Promise<File[]> {
  const missing: File[] = [];
  for (const file of files) {
    await attach(ticketId, file).catch(() => missing.push(file));
  }
  return missing;
}

const rated = (value: RatingValue, comment: string) => ({ value, ...(comment ? { comment } : {}) });

export const ratingOf = (id: string, signal?: AbortSignal): Promise<RatingStatus> =>
  bodyOf(api.GET('/api/v1/tickets/{id}/rating', at(id, signal)));
export const rate = (id: string, value: RatingValue): Promise<RatingView> =>
  bodyOf(api.POST('/api/v1/tickets/{id}/rating', { ...at(id), body: { value } }));
export const changeRating = (id: string, value: RatingValue, comment: string): Promise<RatingView> =>
  bodyOf(api.PUT('/api/v1/tickets/{id}/rating', { ...at(id), body: rated(value, comment) }));

export const ratingLink = (token: string, signal?: AbortSignal): Promise<RatingLink> =>
  bodyOf(api.GET('/api/v1/ratings/links/{token}', { params: { path: { token } }, ...(signal ? { signal } : {}) }));
export const rateByLink = (token: string, value: RatingValue, comment: string): Promise<RatingView> =>
  bodyOf(api.POST('/api/v1/ratings/links/{token}', { params: { path: { token } }, body: rated(value, comment) }));
