/** A file of a mail; nothing in it was opened. */
export interface MailFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What a mail says, as far as rules ask. Header names are in lower case, values unfolded. */
export interface ParsedMail {
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly messageId: string | null;
  /** The one address of the one From header, folded; null where there are none or several. */
  readonly from: string | null;
  readonly fromName: string;
  readonly subject: string;
  readonly date: string | null;
  /** Addresses that it was sent to, folded: To, Cc and what the mail server noted. */
  readonly recipients: readonly string[];
  /** Message-IDs that it answers, the nearest first. */
  readonly answers: readonly string[];
  /** The plain part; empty where there is only HTML. */
  readonly text: string;
  readonly html: string;
  readonly files: readonly MailFile[];
}

/** The first value of a header, or undefined. */
export function headerOf(mail: Pick<ParsedMail, 'headers'>, name: string): string | undefined {
  return mail.headers.find(({ key }) => key === name)?.value;
}

export function headersOf(mail: Pick<ParsedMail, 'headers'>, name: string): string[] {
  return mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
}

const ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?){0,10}$/;

/** An address as it is compared: without surrounding blanks, in lower case. Undefined where it is none. */
export function foldAddress(text: string | null | undefined): string | undefined {
  const folded = (text ?? '').slice(0, 400).trim().normalize('NFC').toLowerCase();
  return ADDRESS.test(folded) ? folded : undefined;
}

/** The part after the `@` of a folded address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Text that PostgreSQL can keep and that shows in the order in which it is written: no NUL, no half characters, no direction marks. */
export function storable(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out here
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}

/** One line of it: for subjects and names. */
export function oneLine(text: string, most: number): string {
  return storable(text)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, '');
}

/** The first words of what could not be read, for the list; of what has none, nothing. */
export function firstWords(source: Uint8Array): string {
  const start = Buffer.from(source.subarray(0, 200)).toString('latin1');
  return /^[\t\r\n\x20-\x7e]+$/.test(start) ? oneLine(start, 80) : '';
}
