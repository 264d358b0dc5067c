import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/*
 * Reply addresses: `desk+inc-2026-000123.<mark>@host`. The mark is made of the ticket, of the person who gets the mail, and of the
 * installation's secret, so that nobody else can make one, and one that was made for a person says that he was sent it.
 */

/** Eighty bits in sixteen letters and digits: mail servers may change the case of what stands before the `@`. */
const MARK_LENGTH = 16;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LONGEST_LOCAL_PART = 64;

/** The key of the marks, derived from the installation's secret, so that it opens nothing else. */
export function replyKey(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'atbalsts reply address', 32));
}

function markOf(key: Buffer, number: string, userId: string): string {
  const bytes = createHmac('sha256', key).update(`${number.toUpperCase()} ${userId.toLowerCase()}`).digest();
  return Array.from(bytes.subarray(0, MARK_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The plain address in `Atbalsts <desk@host>` or `desk@host`, in lower case. */
export function plainAddress(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim().toLowerCase();
}

/** The address to which this person answers about this ticket; undefined where the desk's own is too long to carry one. */
export function replyAddress(key: Buffer, desk: string, number: string, userId: string): string | undefined {
  const at = desk.lastIndexOf('@');
  const local = `${desk.slice(0, at)}+${number.toLowerCase()}.${markOf(key, number, userId)}`;
  return at > 0 && local.length <= LONGEST_LOCAL_PART ? local + desk.slice(at) : undefined;
}

/** The number and the mark of an address that may be one of ours; whether the mark is right, `isReplyMark` says. */
export function readReplyAddress(desk: string, address: string): { readonly number: string; readonly mark: string } | undefined {
  const at = desk.lastIndexOf('@');
  const folded = address.toLowerCase();
  if (!folded.startsWith(`${desk.slice(0, at)}+`) || !folded.endsWith(desk.slice(at))) return undefined;
  const [, number, mark] =
    /^([a-z]{3}-\d{4}-\d{1,9})\.([a-z2-7]{16})$/.exec(folded.slice(at + 1, folded.length - (desk.length - at))) ?? [];
  return number && mark ? { number: number.toUpperCase(), mark } : undefined;
}

/** Was this mark made for this ticket and this person? Takes the same time whatever the answer. */
export function isReplyMark(key: Buffer, number: string, userId: string, mark: string): boolean {
  const right = Buffer.from(markOf(key, number, userId));
  const given = Buffer.from(mark);
  return given.length === right.length && timingSafeEqual(given, right);
}
