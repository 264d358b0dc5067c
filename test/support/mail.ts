/** What of a mail a test cares about; the rest is ordinary. */
export interface MailParts {
  readonly from?: string | null;
  readonly to?: string;
  readonly subject?: string;
  readonly messageId?: string | null;
  readonly text?: string;
  readonly html?: string;
  /** Lines of the head, before all others. */
  readonly head?: readonly string[];
  readonly files?: readonly {
    readonly name: string;
    readonly type: string;
    readonly content: Buffer | string;
    readonly inline?: boolean;
  }[];
}

let written = 0;

const coded = (words: string): string => (/^[\x20-\x7e]*$/.test(words) ? words : `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`);

const lines64 = (content: Buffer | string): string => Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');

function part(type: string, content: string): string {
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines64(content)}`;
}

function bodyOf({ text, html, files = [] }: MailParts): string {
  const texts = [...(text === undefined ? [] : [part('text/plain', text)]), ...(html === undefined ? [] : [part('text/html', html)])];
  const alternative = texts.length === 1 ? texts[0]! : multipart('alternative', 'alt', texts);
  if (files.length === 0) return texts.length === 0 ? 'Content-Type: text/plain\r\n\r\n' : alternative;
  return multipart('mixed', 'mix', [alternative, ...files.map(fileOf)]);
}

function fileOf({ name, type, content, inline = false }: NonNullable<MailParts['files']>[number]): string {
  return [
    `Content-Type: ${type}`,
    `Content-Disposition: ${inline ? 'inline' : 'attachment'}; filename="${coded(name)}"`,
    ...(inline ? [`Content-ID: <${name}@test>`] : []),
    'Content-Transfer-Encoding: base64',
    '',
    lines64(content),
  ].join('\r\n');
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--\r\n`;
}

/** A mail as it comes over the wire. */
export function mail(parts: MailParts = {}): Buffer {
  written += 1;
  const { from = 'Ilze Kalniņa <ilze@iestade.example>', to = 'desk@desk.example', subject = 'Nestrādā printeris', head = [] } = parts;
  const messageId = parts.messageId === undefined ? `<m${written}.${process.pid}@iestade.example>` : parts.messageId;
  const sender = from === null ? [] : [`From: ${from.replace(/^([^<]*[^<\s])\s*</, (_whole, name: string) => `${coded(name)} <`)}`];
  return Buffer.from(
    [
      ...head,
      ...sender,
      `To: ${to}`,
      `Subject: ${coded(subject)}`,
      'Date: Sun, 22 Nov 2026 09:14:00 +0200',
      ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
      'MIME-Version: 1.0',
      bodyOf(parts.text === undefined && parts.html === undefined ? { ...parts, text: 'Labdien! Nestrādā.' } : parts),
    ].join('\r\n'),
  );
}

/** A report that a mail of ours did not arrive, as mail servers write it. */
export function bounce(aboutMessageId: string, { action = 'failed', status = '5.1.1' } = {}): Buffer {
  return Buffer.from(
    [
      'Return-Path: <>',
      'From: Mail Delivery System <MAILER-DAEMON@relay.example>',
      'To: desk@desk.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="rep"',
      `Message-ID: <bounce.${(written += 1)}@relay.example>`,
      '',
      '--rep',
      'Content-Type: text/plain',
      '',
      'The mail could not be delivered.',
      '--rep',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relay.example',
      '',
      'Final-Recipient: rfc822; ilze@iestade.example',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '--rep',
      'Content-Type: text/rfc822-headers',
      '',
      'From: desk@desk.example',
      `Message-ID: ${aboutMessageId}`,
      '--rep--',
      '',
    ].join('\r\n'),
  );
}

/** The head line by which the mail server before the desk says that the sender is who he claims. */
export const proved = (domain: string, server = 'relay.example'): string =>
  `Authentication-Results: ${server}; dkim=pass header.d=${domain}; dmarc=pass (p=reject) header.from=${domain}`;

/** And that he is not. */
export const forged = (domain: string, server = 'relay.example'): string =>
  `Authentication-Results: ${server}; spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=${domain}`;
