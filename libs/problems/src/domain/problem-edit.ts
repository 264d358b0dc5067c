import { fieldRefused } from '#kernel';
import type { Level, TicketRecord } from '#tickets';
import { priorityOf } from '#tickets';
import type { ProblemDetail } from './problem-detail.js';

/** What may be written of a problem. An absent field stays; null empties it. */
export interface ProblemEdit {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly serviceId?: string | null | undefined;
  readonly impact?: Level | undefined;
  readonly urgency?: Level | undefined;
  readonly rootCause?: string | null | undefined;
  readonly workaround?: string | null | undefined;
  readonly publicTitle?: string | null | undefined;
  readonly publicText?: string | null | undefined;
}

const ON_TICKET = ['title', 'description', 'serviceId', 'impact', 'urgency'] as const;
const ON_DETAIL = ['rootCause', 'workaround', 'publicTitle', 'publicText'] as const;

/** Writes the fields that are given; answers the names of those that changed. Throws `problems.public-half` (422). */
export function applyEdit(ticket: TicketRecord, detail: ProblemDetail, edit: ProblemEdit): string[] {
  const changed = [...write(ticket, edit, ON_TICKET), ...write(detail, edit, ON_DETAIL)];
  ticket.priority = priorityOf(ticket.impact, ticket.urgency);
  if ((detail.publicTitle === null) !== (detail.publicText === null))
    throw fieldRefused('problems.public-half', detail.publicTitle === null ? 'publicTitle' : 'publicText');
  return changed;
}

function write<Field extends keyof ProblemEdit>(record: object, edit: ProblemEdit, fields: readonly Field[]): string[] {
  const kept = record as Record<string, unknown>;
  const changed = fields.filter((field) => edit[field] !== undefined && edit[field] !== kept[field]);
  for (const field of changed) kept[field] = edit[field];
  return changed;
}
