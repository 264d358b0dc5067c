/**
 * What became of a mail. `received` waits to be read; `parked` and `malformed` wait for a person; `discarded` was set aside by one, with
 * a reason. Everything else was decided by rule, and the reason stands beside it.
 */
export const MAIL_FATES = [
  'received',
  'created',
  'replied',
  'parked',
  'refused',
  'auto_reply',
  'bounce',
  'loop',
  'duplicate',
  'malformed',
  'too_large',
  'discarded',
] as const;

export type MailFate = (typeof MAIL_FATES)[number];

/** Why. Each has a text in the catalogues of the desk (`inboundMail.why.<code>`). */
export const MAIL_REASONS = [
  'own_address',
  'own_message',
  'too_many_hops',
  'auto_submitted',
  'bulk',
  'delivery_failed',
  'delivery_delayed',
  'delivery_unknown',
  'null_sender',
  'seen_before',
  'too_many',
  'too_many_for_ticket',
  'sender_unclear',
  'sender_unknown',
  'sender_ambiguous',
  'sender_unproven',
  'sender_forged',
  'sender_not_addressee',
  'not_a_party',
  'not_permitted',
  'unreadable',
  'size',
  'failed',
  'signed_address',
  'thread',
  'new_mail',
  'new_person',
  'follow_up',
  'by_agent',
] as const;

export type MailReason = (typeof MAIL_REASONS)[number];

/** Fates that a person may still decide about: nothing that came in is out of reach because a rule was wrong. */
export const DECIDABLE_FATES: readonly MailFate[] = ['parked', 'malformed', 'auto_reply', 'refused', 'bounce'];

export function isDecidable(fate: MailFate): boolean {
  return DECIDABLE_FATES.includes(fate);
}
