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
  TicketSummary,
} from '../../shared/api/api-types';
import { http } from '../../shared/api/http';

const of = (id: string): string => encodeURIComponent(id);

export interface OwnQuery {
  state?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

/** Tickets that the person asked for or that are about him, newest change first. */
export const ownTickets = (query: OwnQuery, signal?: AbortSignal): Promise<Page<TicketSummary>> =>
  http.get('/tickets', { view: 'requested', sort: '-updated', ...query }, signal);

export const ticket = (idOrNumber: string, signal?: AbortSignal): Promise<Ticket> => http.get(`/tickets/${of(idOrNumber)}`, {}, signal);
export const clocks = async (id: string, signal?: AbortSignal): Promise<ClockExplanation[]> =>
  (await http.get<Page<ClockExplanation>>(`/tickets/${of(id)}/clocks`, {}, signal)).items;
export const comments = async (id: string, signal?: AbortSignal): Promise<Comment[]> =>
  (await http.get<Page<Comment>>(`/tickets/${of(id)}/comments`, {}, signal)).items;
export const attachments = async (id: string, signal?: AbortSignal): Promise<Attachment[]> =>
  (await http.get<Page<Attachment>>(`/tickets/${of(id)}/attachments`, {}, signal)).items;
export const services = async (signal?: AbortSignal): Promise<Service[]> => (await http.get<Page<Service>>('/services', {}, signal)).items;

export const submitIncident = (input: NewIncident, idempotencyKey: string): Promise<Ticket> =>
  http.post('/incidents', input, { idempotencyKey });
export const reply = (id: string, body: string, idempotencyKey: string): Promise<AddedComment> =>
  http.post(`/tickets/${of(id)}/comments`, { body, visibility: 'public' }, { idempotencyKey });
export const confirm = (id: string): Promise<Ticket> => http.post(`/incidents/${of(id)}/confirmation`);
export const reopen = (id: string, reason: string): Promise<Ticket> => http.post(`/incidents/${of(id)}/reopening`, { reason });
export const withdraw = (id: string): Promise<Ticket> => http.post(`/incidents/${of(id)}/cancellation`, { reason: 'withdrawn' });

/** Sends one file; with a comment's id it belongs to that message. */
export function attach(id: string, file: File, commentId?: string): Promise<Attachment> {
  const form = new FormData();
  if (commentId) form.set('commentId', commentId);
  form.set('visibility', 'public');
  form.set('file', file, file.name);
  return http.post(`/tickets/${of(id)}/attachments`, form);
}

export const ratingOf = (id: string, signal?: AbortSignal): Promise<RatingStatus> => http.get(`/tickets/${of(id)}/rating`, {}, signal);
export const rate = (id: string, value: RatingValue): Promise<RatingView> => http.post(`/tickets/${of(id)}/rating`, { value });
export const changeRating = (id: string, value: RatingValue, comment: string): Promise<RatingView> =>
  http.put(`/tickets/${of(id)}/rating`, { value, ...(comment ? { comment } : {}) });

export const ratingLink = (token: string, signal?: AbortSignal): Promise<RatingLink> => http.get(`/ratings/links/${of(token)}`, {}, signal);
export const rateByLink = (token: string, value: RatingValue, comment: string): Promise<RatingView> =>
  http.post(`/ratings/links/${of(token)}`, { value, ...(comment ? { comment } : {}) });
