import { fieldRefused, type Instant } from '#kernel';
import type { TicketRecord } from '#tickets';
import type { ChangeDetail, PlanStep } from './change-detail.js';
import type { ChangeKind, FundingState } from './change-words.js';

/** What can be written in a change; a field left out stays, null empties it. */
export interface ChangeEdit {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly serviceId?: string | null | undefined;
  readonly groupId?: string | null | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly reason?: string | null | undefined;
  readonly costOfNotDoing?: string | null | undefined;
  readonly plan?: readonly PlanStep[] | undefined;
  readonly testPlan?: string | null | undefined;
  readonly rollbackPlan?: string | null | undefined;
  readonly rollbackMinutes?: number | null | undefined;
  readonly legalBasis?: string | null | undefined;
  readonly costEuro?: number | null | undefined;
  readonly effortHours?: number | null | undefined;
  readonly funding?: FundingState | undefined;
  readonly plannedFrom?: Instant | null | undefined;
  readonly plannedTo?: Instant | null | undefined;
  readonly outageMinutes?: number | undefined;
  readonly wishedBy?: string | null | undefined;
}

const TICKET_FIELDS = ['title', 'description', 'serviceId', 'groupId', 'assigneeId'] as const;

/** The fields of an edit that stand in the change's own row. */
export const DETAIL_FIELDS = [
  ...['kind', 'reason', 'costOfNotDoing', 'plan', 'testPlan', 'rollbackPlan', 'rollbackMinutes', 'legalBasis', 'costEuro'],
  ...['effortHours', 'funding', 'plannedFrom', 'plannedTo', 'outageMinutes', 'wishedBy'],
] as readonly (keyof ChangeEdit & keyof ChangeDetail)[];

/** What the requester himself writes of his draft. */
const PLAIN_FIELDS: ReadonlySet<string> = new Set<keyof ChangeEdit>(['title', 'description', 'wishedBy']);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Writes the fields that differ and answers their names. Throws 422 where the window has no length or half of it is missing. */
export function applyEdit(ticket: TicketRecord, detail: ChangeDetail, edit: ChangeEdit): string[] {
  const changed: string[] = [];
  for (const field of TICKET_FIELDS) {
    const value = edit[field];
    if (value === undefined || same(value, ticket[field])) continue;
    Object.assign(ticket, { [field]: value });
    changed.push(field);
  }
  for (const field of DETAIL_FIELDS) {
    const value = edit[field];
    if (value === undefined || same(value, detail[field])) continue;
    Object.assign(detail, { [field]: value });
    changed.push(field);
  }
  requireWindow(detail);
  return changed;
}

export function requireWindow({ plannedFrom, plannedTo }: Pick<ChangeDetail, 'plannedFrom' | 'plannedTo'>): void {
  if ((plannedFrom === null) !== (plannedTo === null))
    throw fieldRefused('changes.window-half', plannedFrom === null ? 'plannedFrom' : 'plannedTo');
  if (plannedFrom !== null && plannedTo !== null && plannedTo <= plannedFrom) throw fieldRefused('changes.window-backward', 'plannedTo');
}

/** Whoever asked for it writes his own words, the rest is the Centre's. Throws 422 for a field that is not his. */
export function requirePlain(edit: object): void {
  const extra = Object.entries(edit).find(([field, value]) => value !== undefined && !PLAIN_FIELDS.has(field));
  if (extra) throw fieldRefused('changes.field-not-yours', extra[0]);
}
