import { createHash } from 'node:crypto';
import type { Json } from '#kernel';
import type { TicketRecord } from '#tickets';
import type { ChangeDetail } from './change-detail.js';

type Texts = Pick<TicketRecord, 'title' | 'description' | 'serviceId'>;

/**
 * What approvers decide about, as the SHA-256 of its canonical JSON: a change of any of it voids what they said (DOMAIN 3.5). The window
 * counts as it was asked for (`approvedFrom`, `approvedTo`): moving it within the tolerance changes nothing.
 */
export function contentHash(ticket: Texts, detail: ChangeDetail, serviceIds: readonly string[], itemIds: readonly string[]): string {
  const { kind, reason, costOfNotDoing, plan, testPlan, rollbackPlan, rollbackMinutes, legalBasis, costEuro, effortHours } = detail;
  const { funding, riskAnswers, outageMinutes, approvedFrom, approvedTo } = detail;
  const content = {
    ...{ title: ticket.title, description: ticket.description, serviceId: ticket.serviceId },
    ...{ kind, reason, costOfNotDoing, testPlan, rollbackPlan, rollbackMinutes, legalBasis, costEuro, effortHours },
    plan: plan.map(({ text, offsetMinutes, who }) => ({ text, offsetMinutes, who })),
    ...{ funding, riskAnswers, outageMinutes, approvedFrom, approvedTo },
    serviceIds: [...serviceIds].sort(),
    itemIds: [...itemIds].sort(),
  };
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** JSON with its keys in order, so that equal contents are equal texts. */
function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join()}]`;
  if (value === null || value === undefined || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value as Readonly<Record<string, Json>>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
