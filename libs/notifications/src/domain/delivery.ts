/**
 * A mail on its way. `queued` waits for its next attempt, `sending` is in a worker's hands (and waits again when that worker has been
 * silent for the lease), `sent` was accepted by the mail server, `failed` is given up, `mailbox` is kept here because no mail
 * server is set up, `withdrawn` was taken back before it left, `held` waits for its reader's digest, `gathered` has become a line of one.
 */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'failed', 'mailbox', 'withdrawn', 'held', 'gathered'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Seconds after the first, second, ... failed attempt; after the last one the delivery is given up (about a day in all). */
const RETRY_AFTER_SECONDS = [30, 120, 600, 1_800, 7_200, 21_600, 54_000] as const;

/** How long a worker may take over one attempt before another takes the delivery from it, in seconds. */
export const LEASE_SECONDS = 120;

/** Seconds until the next attempt after `attempts` failed ones; undefined where the delivery is to be given up. */
export function retryAfter(attempts: number): number | undefined {
  return RETRY_AFTER_SECONDS[attempts - 1];
}

/** Does the mail server's answer say that trying again is useless (a 5xx reply, RFC 5321 4.2.1)? */
export function isPermanent(responseCode: number | undefined): boolean {
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600;
}

/** The Message-ID of a delivery: derived from its id, so that a repeated attempt carries the same one. */
export function messageIdOf(deliveryId: string, host: string): string {
  return `<delivery-${deliveryId}@${host}>`;
}

type ThreadOf = 'ticket' | 'campaign' | 'announcement' | 'meeting' | 'process' | 'report' | 'account' | 'refusal' | 'notice';

/** The id that all mails of a ticket, a campaign, an announcement, a meeting, a process, a report, an account or a mail refused refer to: mail programs show them as one thread. */
export function threadIdOf(id: string, host: string, of: ThreadOf = 'ticket'): string {
  return `<${of}-${id}@${host}>`;
}

/** The host that stands in Message-IDs: that of the public address. */
export function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return hostname.includes('.') || hostname === 'localhost' ? hostname : 'localhost';
}
