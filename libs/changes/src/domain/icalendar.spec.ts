import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { type CalendarEntry, escapeText, fold, writeCalendar } from './icalendar.js';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '1@atbalsts',
  sequence: 3,
  from: parseInstant('2026-11-24T18:00:00Z'),
  to: parseInstant('2026-11-24T21:00:00Z'),
  summary: 'CHG-2026-000418 Sistēmas atjaunināšana',
  description: '',
  status: 'CONFIRMED',
  busy: true,
  ...more,
});
const stamp = parseInstant('2026-11-22T09:14:00.123456Z');
const written = (more?: Partial<CalendarEntry>): string[] => writeCalendar('Izmaiņu kalendārs', stamp, [entry(more)]).split('\r\n');
const octets = (text: string): number => new TextEncoder().encode(text).length;
const unfold = (text: string): string => text.replaceAll('\r\n ', '');

describe('A calendar file', () => {
  it('is a VCALENDAR of VEVENTs, in UTC, each line ended by CRLF', () => {
    const text = writeCalendar('Izmaiņu kalendārs', stamp, [entry()]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(written()).toEqual(
      expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'UID:1@atbalsts', 'DTSTAMP:20261122T091400Z', 'SEQUENCE:3']),
    );
    expect(written()).toEqual(expect.arrayContaining(['DTSTART:20261124T180000Z', 'DTEND:20261124T210000Z', 'TRANSP:OPAQUE']));
    expect(written().filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
  });

  it('escapes what would end a text or begin another line', () => {
    expect(escapeText('a;b,c\\d\r\ne\nf\rg\u0007')).toBe(String.raw`a\;b\,c\\d\ne\nf\ng`);
    expect(written({ summary: 'X\r\nEND:VEVENT\r\nBEGIN:VEVENT' })).toContain(String.raw`SUMMARY:X\nEND:VEVENT\nBEGIN:VEVENT`);
  });

  it('folds at 75 octets, never inside a character, and unfolds to what it was', () => {
    for (const character of ['a', 'ā', '—', '🚧']) {
      for (let length = 60; length < 240; length += 1) {
        const line = `SUMMARY:${character.repeat(length)}`;
        const folded = fold(line);
        for (const part of folded.split('\r\n')) expect(octets(part)).toBeLessThanOrEqual(75);
        expect(folded).not.toContain('\uFFFD');
        expect(unfold(folded)).toBe(line);
      }
    }
    expect(fold('x'.repeat(75))).toBe('x'.repeat(75));
    expect(fold('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });

  it('leaves out what there is not', () => {
    expect(written().some((line) => line.startsWith('DESCRIPTION') || line.startsWith('URL'))).toBe(false);
    expect(written({ description: 'Dīkstāve', url: 'https://atbalsts.example/desk' })).toEqual(
      expect.arrayContaining(['DESCRIPTION:Dīkstāve', 'URL:https://atbalsts.example/desk']),
    );
  });
});
