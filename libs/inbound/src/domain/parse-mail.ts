import PostalMime, { type Address, addressParser, type Attachment, decodeWords, type Email } from 'postal-mime';
import { foldAddress, headersOf, type MailFile, oneLine, type ParsedMail, storable } from './parsed-mail.js';

/** Deeper, or with longer headers, a mail is not read but kept and parked. Mails within it stay files. */
export const PARSE_OPTIONS = {
  maxNestingDepth: 40,
  maxHeadersSize: 256 * 1024,
  maxRfc822NestingDepth: 0,
  forceRfc822Attachments: true,
} as const;

const MOST_FILES = 50;
const MOST_ADDRESSES = 60;
const MOST_IDS = 40;

const SUBJECT_LENGTH = 500;

/** Headers in which mail servers note whom a mail was for. */
const RECIPIENT_HEADERS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-delivered-to'];

/** Reads a mail of ordinary size. Undefined where it is none, or nested or long beyond measure. */
export async function parseMail(source: Uint8Array): Promise<ParsedMail | undefined> {
  const email = await PostalMime.parse(source, PARSE_OPTIONS).catch(() => undefined);
  return email && readEmail(email);
}

/** What rules ask of a mail that was parsed; undefined where nothing in it could be the head of a mail. */
export function readEmail(email: Email): ParsedMail | undefined {
  const headers = email.headers.map(({ key, value }) => ({ key, value }));
  if (!headers.some(({ key }) => ['from', 'to', 'subject', 'date', 'received', 'message-id'].includes(key))) return undefined;
  const { address, name } = senderOf(headers);
  return {
    headers: headers.map(({ key, value }) => ({ key, value: storable(value) })),
    messageId: idsIn(email.messageId ?? '')[0] ?? null,
    from: address,
    fromName: oneLine(name, 200),
    subject: oneLine(email.subject ?? '', SUBJECT_LENGTH),
    date: email.date ?? null,
    recipients: recipientsOf(headers),
    answers: [...new Set([...idsIn(email.inReplyTo ?? ''), ...idsIn(email.references ?? '').reverse()])].slice(0, MOST_IDS),
    text: lines(email.text ?? ''),
    html: lines(email.html ?? ''),
    files: filesOf(email),
  };
}

const lines = (text: string): string => storable(text).replace(/\r\n?/g, '\n');

type Headers = ParsedMail['headers'];

/** One From header with one address, or nobody: where a reader could be shown another sender than a rule sees, there is none. */
function senderOf(headers: Headers): { readonly address: string | null; readonly name: string } {
  const written = headersOf({ headers }, 'from');
  const found = written.length === 1 ? mailboxesIn(written[0] ?? '') : [];
  const [one] = found;
  // eslint-disable-next-line no-control-regex -- a character that is not seen hides who writes
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(written[0] ?? '')) return { address: null, name: '' };
  return found.length === 1 && one ? { address: foldAddress(one.address) ?? null, name: one.name } : { address: null, name: '' };
}

function mailboxesIn(value: string): { readonly address: string; readonly name: string }[] {
  const parsed: Address[] = addressParser(value.slice(0, 10_000), { flatten: true });
  return parsed.flatMap(({ address, name }) => (address === undefined ? [] : [{ address, name: decodeWords(name) }]));
}

function recipientsOf(headers: Headers): string[] {
  const values = RECIPIENT_HEADERS.flatMap((name) => headersOf({ headers }, name)).slice(0, 20);
  const found = values.flatMap((value) => mailboxesIn(value)).flatMap(({ address }) => foldAddress(address) ?? []);
  return [...new Set(found)].slice(0, MOST_ADDRESSES);
}

/** The Message-IDs of a header, with their brackets. */
export function idsIn(value: string): string[] {
  return (value.slice(0, 20_000).match(/<[^<>\s]{3,300}>/g) ?? []).slice(0, 200);
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
  'message/delivery-status': '.txt',
  'text/rfc822-headers': '.txt',
};

function filesOf(email: Email): MailFile[] {
  return email.attachments.slice(0, MOST_FILES).map((file, at) => ({ name: nameOf(file, at), content: bytesOf(file.content) }));
}

function nameOf({ filename, mimeType }: Attachment, at: number): string {
  const given = oneLine(filename ?? '', 300);
  if (given !== '') return given;
  return `${mimeType.startsWith('image/') ? 'image' : 'file'}-${at + 1}${ENDINGS[mimeType] ?? ''}`;
}

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
