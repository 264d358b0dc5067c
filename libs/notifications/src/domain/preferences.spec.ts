import { describe, expect, it } from '@jest/globals';
import { type Window, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { MAIL_KINDS } from './mail.js';
import { NOTICE_KINDS } from './notice.js';
import { departure, type Preferences, UNDECIDED, waysOfKind } from './preferences.js';
import { TOPIC_RULES, TOPICS, topicOf } from './topics.js';

const HOURS: readonly Window[] = [['08:30', '17:00']];
const calendar = new WorkingCalendar({
  ...{ code: 'lv-8x5', nameLv: 'Darba dienas', nameEn: 'Working days', timezone: 'Europe/Riga' },
  weekly: { '1': HOURS, '2': HOURS, '3': HOURS, '4': HOURS, '5': HOURS },
  exceptions: [],
  shortenedByMinutes: 0,
});

const night: Preferences = { ...UNDECIDED, quiet: { from: 20, to: 7, alsoDaysOff: true } };
const daily: Preferences = { ...UNDECIDED, digestHour: 8 };

/** When a mail of the kind leaves that is written at `at`, and whether in the digest. */
function leaves(at: string, preferences: Preferences, kind = 'reply', single = false): string {
  const { at: when, digest } = departure({ kind, single }, preferences, parseInstant(at), calendar);
  return `${formatInstant(when)}${digest ? ' digest' : ''}`;
}

const utc = (at: string): string => formatInstant(parseInstant(at));

describe('what people are told', () => {
  it('has a topic for each kind of notice and of mail about tickets, and each kind once', () => {
    expect([...NOTICE_KINDS, ...MAIL_KINDS].filter((kind) => topicOf(kind) === undefined)).toEqual([]);
    const kinds = TOPICS.flatMap((topic) => TOPIC_RULES[topic].kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('comes as it always did to whoever decided nothing', () => {
    expect(waysOfKind('reply', UNDECIDED)).toEqual({ bell: true, mail: true });
    expect(waysOfKind('assigned', UNDECIDED)).toEqual({ bell: true, mail: false });
    expect(waysOfKind('report', UNDECIDED)).toEqual({ bell: true, mail: true });
  });

  it('comes by the chosen ways, but for what is always told', () => {
    const nothing = { bell: false, mail: false };
    const ways = { 'own-tickets': nothing, questions: nothing, breaches: nothing, account: nothing };
    expect(waysOfKind('reply', { ways })).toEqual(nothing);
    expect(waysOfKind('question', { ways })).toEqual({ bell: true, mail: true });
    expect(waysOfKind('breached', { ways })).toEqual({ bell: true, mail: false });
    expect(waysOfKind('password-reset', { ways }).mail).toBe(true);
  });
});

describe('a mail to somebody', () => {
  it.each([
    ['without any wishes leaves at once', '2026-11-24T23:00:00+02:00', UNDECIDED, '2026-11-24T23:00:00+02:00'],
    ['with quiet hours waits at night for the morning', '2026-11-24T23:00:00+02:00', night, '2026-11-25T07:00:00+02:00'],
    ['with quiet hours leaves by day', '2026-11-24T12:00:00+02:00', night, '2026-11-24T12:00:00+02:00'],
    ['is sent on a Sunday where only the hours are quiet', '2026-11-22T12:00:00+02:00', night, '2026-11-22T12:00:00+02:00'],
    [
      'waits on a Sunday where days off are quiet, too',
      '2026-11-22T12:00:00+02:00',
      { ...UNDECIDED, quiet: { from: 20, to: 7 } },
      '2026-11-23T07:00:00+02:00',
    ],
  ])('%s', (_, at, preferences, expected) => {
    expect(leaves(at, preferences)).toBe(utc(expected));
  });

  it('waits for the hour of the digest, that of tomorrow where it is over', () => {
    expect(leaves('2026-11-24T07:00:00+02:00', daily)).toBe(`${utc('2026-11-24T08:00:00+02:00')} digest`);
    expect(leaves('2026-11-24T08:00:00+02:00', daily)).toBe(`${utc('2026-11-25T08:00:00+02:00')} digest`);
  });

  it('puts a digest off whose hour is quiet', () => {
    const early = { ...night, digestHour: 5 };
    expect(leaves('2026-11-24T12:00:00+02:00', early)).toBe(`${utc('2026-11-25T07:00:00+02:00')} digest`);
  });

  it('never becomes a line of a digest where a link or a file goes with it', () => {
    expect(leaves('2026-11-24T12:00:00+02:00', daily, 'rating', true)).toBe(utc('2026-11-24T12:00:00+02:00'));
    expect(leaves('2026-11-24T23:00:00+02:00', { ...night, digestHour: 8 }, 'rating', true)).toBe(utc('2026-11-25T07:00:00+02:00'));
  });

  it('tells of a breach at once, unless he chose otherwise', () => {
    const at = '2026-11-24T23:00:00+02:00';
    expect(leaves(at, night, 'breached')).toBe(utc(at));
    expect(leaves(at, { ...night, urgentAtOnce: false }, 'breached')).toBe(utc('2026-11-25T07:00:00+02:00'));
  });

  it('confirms at once what he has just done himself, and tells of his account at once', () => {
    const at = '2026-11-24T23:00:00+02:00';
    for (const kind of ['received', 'reopened', 'password-forgotten', 'factor-reset'])
      expect(leaves(at, { ...night, digestHour: 8 }, kind)).toBe(utc(at));
  });
});
