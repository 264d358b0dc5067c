import type { Instant } from '#kernel';
import { instantField } from '#platform';
import type { ChangeEditing } from '../use-cases/edit-change.js';
import type { ChangeFieldsRequest } from './requests/change-fields.request.js';

const EMPTIED = ['reason', 'costOfNotDoing', 'testPlan', 'rollbackPlan', 'legalBasis'] as const;

/** The fields of a request as use-cases take them: instants read, an empty text as none. Throws 422 for a field. */
export function changeFields(request: ChangeFieldsRequest): ChangeEditing {
  const { plannedFrom, plannedTo, plan, ...rest } = request;
  const texts = Object.fromEntries(EMPTIED.map((field) => [field, request[field] === '' ? null : request[field]]));
  const steps = plan?.map(({ text, offsetMinutes, who }) => ({ text, offsetMinutes: offsetMinutes ?? null, who: who ? who : null }));
  return { ...rest, ...texts, plan: steps, plannedFrom: time(plannedFrom, 'plannedFrom'), plannedTo: time(plannedTo, 'plannedTo') };
}

function time(text: string | null | undefined, field: string): Instant | null | undefined {
  return text === null ? null : instantField(text, field);
}
