import type { MailServer } from '../notifications/mail-server.js';

/** A mail as its reader has it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** The campaign's thread. */
  readonly thread: string;
  readonly text: string;
  /** The token of the link, where it has one. */
  readonly token: string | null;
}

const WORD = /=\?UTF-8\?([QB])\?([^?]*)\?=/gi;

function decodedHeader(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(WORD, (_, how: string, words: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(words, 'base64').toString('utf8') : quotedPrintable(words.replaceAll('_', ' ')),
    );
}

function quotedPrintable(words: string): string {
  const bytes = words.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Reads one mail as the server was given it: the headers that tests ask for, and the text part. */
function letter(mail: string): Letter {
  const [head = ''] = mail.split('\n\n');
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  const header = (name: string): string =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  // By its boundary: a line of a body, too, may begin with two hyphens.
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
  const part = (boundary ? mail.split(`--${boundary}`).slice(1) : [mail]).find((one) => one.includes('text/plain')) ?? mail;
  const body = part.slice(part.indexOf('\n\n') + 2);
  const text = /base64/i.test(part.slice(0, part.indexOf('\n\n'))) ? Buffer.from(body, 'base64').toString('utf8') : quotedPrintable(body);
  return {
    to: header('to')
      .replace(/^.*<|>.*$/g, '')
      .toLowerCase(),
    subject: decodedHeader(header('subject')),
    thread: header('references'),
    text,
    token: /\/survey\/([\w-]{43})/.exec(text)?.[1] ?? null,
  };
}

/** All mails that the server has taken. */
export function lettersOf(server: MailServer): Letter[] {
  return server.received.map(letter);
}
