import { createHash } from 'node:crypto';
import type { ParsedMail } from './parsed-mail.js';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/**
 * What two copies of one mail have in common that came by different ways. Its content is part of it: somebody who knows the Message-ID of a
 * mail that is still under way cannot take its place by sending another one first. Without a Message-ID only the same bytes are the same mail.
 */
export function contentKeyOf(mail: ParsedMail | undefined, source: Uint8Array): string {
  if (!mail || mail.messageId === null) return sha256(source);
  const { messageId, from, subject, date, text, html, files } = mail;
  return sha256(JSON.stringify([messageId, from, subject, date, text, html, files.map(({ name, content }) => [name, sha256(content)])]));
}
