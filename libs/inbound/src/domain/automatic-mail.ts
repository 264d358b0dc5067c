import { domainOf, headerOf, headersOf, type ParsedMail } from './parsed-mail.js';
import type { MailFate, MailReason } from './mail-fate.js';

/** What this installation writes from, so that it recognises its own. */
export interface OwnMail {
  /** The folded address of the desk, without anything between `+` and `@`. */
  readonly address: string;
  /** The host in the Message-IDs of what it sends. */
  readonly host: string;
}

/** What was decided about a mail that no person wrote. */
export interface AutomaticMail {
  readonly fate: Extract<MailFate, 'loop' | 'bounce' | 'auto_reply'>;
  readonly why: MailReason;
}

/** A mail passes three or four servers on its way; one that has passed so many goes in circles. */
const MOST_HOPS = 40;

/** `desk+anything@host` is `desk@host`. */
export function withoutTag(address: string): string {
  const at = address.lastIndexOf('@');
  const plus = address.indexOf('+');
  return plus >= 0 && plus < at ? address.slice(0, plus) + address.slice(at) : address;
}

const PRECEDENCE = /^\s*(bulk|junk|list|auto_reply|auto-reply)\b/i;

/** What kind of report of a mail server it is: `delivery-status`, a receipt of reading (`disposition-notification`), or none. */
function reportType(mail: ParsedMail): string | undefined {
  const type = headerOf(mail, 'content-type') ?? '';
  if (!/^\s*multipart\/report\b/i.test(type)) return undefined;
  return (/\breport-type="?([a-z-]{1,40})/i.exec(type.slice(0, 1_000))?.[1] ?? 'delivery-status').toLowerCase();
}

function looped(mail: ParsedMail, own: OwnMail): MailReason | undefined {
  if (mail.messageId !== null && isOwnId(mail.messageId, own.host)) return 'own_message';
  if (mail.from !== null && withoutTag(mail.from) === own.address) return 'own_address';
  return headersOf(mail, 'received').length > MOST_HOPS ? 'too_many_hops' : undefined;
}

/** A Message-ID that this installation gives to what it sends. */
export function isOwnId(messageId: string, host: string): boolean {
  return /^<delivery-[0-9a-f-]{36}@/.test(messageId) && messageId.endsWith(`@${host}>`);
}

/** Out of office, mailing lists, machines (RFC 3834 and what came before it). `X-Auto-Response-Suppress` alone says only that no answer is wanted. */
function automatic(mail: ParsedMail): MailReason | undefined {
  const submitted = headerOf(mail, 'auto-submitted');
  if (submitted !== undefined && !/^\s*no\b/i.test(submitted)) return 'auto_submitted';
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-autoreply-from'].some((name) => saysYes(headerOf(mail, name))))
    return 'auto_submitted';
  if (PRECEDENCE.test(headerOf(mail, 'precedence') ?? '')) return 'bulk';
  return headerOf(mail, 'list-id') !== undefined || headerOf(mail, 'list-unsubscribe') !== undefined ? 'bulk' : undefined;
}

const saysYes = (value: string | undefined): boolean => value !== undefined && !/^\s*(no|false|0)\s*$/i.test(value);

/** Accounts of mail servers, which write reports and nothing else. */
const POSTMASTER = /^(mailer-daemon|postmaster)@/;

/** Is it written by a machine? `envelopeFrom` is '' for the null sender, null where it is unknown. Undefined: a person wrote it. */
export function automaticMail(mail: ParsedMail, envelopeFrom: string | null, own: OwnMail): AutomaticMail | undefined {
  const circle = looped(mail, own);
  if (circle) return { fate: 'loop', why: circle };
  const nobody = envelopeFrom === '' || POSTMASTER.test(mail.from ?? '');
  const report = reportType(mail);
  if (report === 'delivery-status' || (nobody && deliveryNamed(mail, own.host) !== undefined))
    return { fate: 'bounce', why: bounceReason(mail) };
  if (report !== undefined) return { fate: 'auto_reply', why: 'auto_submitted' };
  const machine = automatic(mail);
  if (machine) return { fate: 'auto_reply', why: machine };
  return nobody ? { fate: 'auto_reply', why: 'null_sender' } : undefined;
}

/** May this sender be answered by a machine at all? Only where nothing says that he is one, or wants none. */
export function mayBeAnswered(mail: ParsedMail, own: OwnMail): boolean {
  const suppressed = headerOf(mail, 'x-auto-response-suppress') !== undefined;
  return (
    mail.from !== null && !suppressed && domainOf(mail.from) !== domainOf(own.address) && !/^(no-?reply|do-?not-?reply)/.test(mail.from)
  );
}

/** How much of a report's parts is searched for what it is about. */
const SEARCHED = 64 * 1024;

function searched(mail: ParsedMail): string {
  const parts = mail.files.slice(0, 5).map(({ content }) => Buffer.from(content.subarray(0, SEARCHED)).toString('latin1'));
  return [mail.answers.join(' '), mail.text.slice(0, SEARCHED), ...parts].join('\n');
}

/** The id of the delivery that a report is about; undefined where it names none of ours. */
export function deliveryNamed(mail: ParsedMail, host: string): string | undefined {
  for (const [, id, at] of searched(mail).matchAll(/<delivery-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([a-z0-9.-]{1,255})>/g)) {
    if (at === host) return id;
  }
  return undefined;
}

function bounceReason(mail: ParsedMail): MailReason {
  const action = /^action:\s{0,5}([a-z]{3,12})/im.exec(searched(mail))?.[1]?.toLowerCase();
  return action === 'delayed' || action === 'relayed' || action === 'delivered' || action === 'expanded'
    ? 'delivery_delayed'
    : 'delivery_failed';
}

/** What the other side's server said, in one line, for whoever looks why a mail did not arrive. */
export function diagnosisOf(mail: ParsedMail): string {
  const text = searched(mail);
  const code = /^diagnostic-code:\s{0,5}([^\r\n]{1,300})/im.exec(text)?.[1] ?? /^status:\s{0,5}([245]\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1];
  return (code ?? mail.subject)
    .replace(/[^\x20-\x7e\u00a0-\u024f]/g, '')
    .trim()
    .slice(0, 300);
}
