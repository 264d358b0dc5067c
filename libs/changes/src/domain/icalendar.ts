import { formatInstant, type Instant } from '#kernel';

/** One entry of a calendar file. */
export interface CalendarEntry {
  /** The same for as long as the entry lives, whatever changes in it. */
  readonly uid: string;
  /** Grows with each change of the entry. */
  readonly sequence: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly summary: string;
  readonly description: string;
  readonly url?: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE';
  /** Does it take the time of whoever reads it? */
  readonly busy: boolean;
}

const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/**
 * Writes a calendar by RFC 5545: lines end in CRLF and are folded at 75 octets (never inside a character), texts are escaped, instants are
 * in UTC, to the second. `stamp` says when it was written.
 */
export function writeCalendar(name: string, stamp: Instant, entries: readonly CalendarEntry[]): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Atbalsts//Change calendar//LV', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => writeEntry(entry, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function writeEntry({ uid, sequence, from, to, summary, description, url, status, busy }: CalendarEntry, stamp: Instant): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utc(stamp)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(to)}`,
    `SUMMARY:${escapeText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    `STATUS:${status}`,
    `TRANSP:${busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** `20261124T180000Z`; parts of a second are cut. */
function utc(at: Instant): string {
  return `${formatInstant(at).slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line ends; other control characters have no place in a text. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/(?!\t)\p{Cc}/gu, '');
}

/** RFC 5545, 3.1: a line of more than 75 octets goes on in the next, which begins with a space. */
export function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
