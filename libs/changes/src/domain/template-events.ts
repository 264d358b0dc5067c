import type { DomainEvent, Json } from '#kernel';

export type TemplateHappening = 'created' | 'saved' | 'approved' | 'suspended' | 'retired';

/** `changes.template-<happening>` of a template: ids and facts. */
export function templateEvent(
  what: TemplateHappening,
  templateId: string,
  actorId: string | null,
  payload: { readonly [key: string]: Json },
): DomainEvent {
  return { type: `changes.template-${what}`, version: 1, subject: { type: 'change-template', id: templateId }, actorId, payload };
}
