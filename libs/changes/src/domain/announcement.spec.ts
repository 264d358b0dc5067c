import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { shareWord } from '#tickets';
import { type AnnouncementTerms, isShown, phaseOf, requireSoundAnnouncement } from './announcement.js';

const at = (time: string) => parseInstant(`2026-11-22T${time}:00Z`);
const work = { kind: 'planned_work', startsAt: at('10:00'), expectedEndAt: at('12:00'), endedAt: null } as const;
const outage = { kind: 'disruption', startsAt: at('10:00'), expectedEndAt: at('12:00'), endedAt: null } as const;

describe('An announcement', () => {
  it('of planned work is over at the end of its window, that of a disruption when somebody says so', () => {
    expect(['09:00', '10:00', '11:59', '12:00'].map((time) => phaseOf(work, at(time)))).toEqual(['before', 'during', 'during', 'after']);
    expect(['09:00', '10:00', '13:00'].map((time) => phaseOf(outage, at(time)))).toEqual(['before', 'during', 'during']);
    expect(phaseOf({ ...outage, endedAt: at('12:30') }, at('12:30'))).toBe('after');
  });

  it('is shown from two weeks before until a day after', () => {
    expect(isShown(work, parseInstant('2026-11-08T09:59:00Z'))).toBe(false);
    expect(isShown(work, parseInstant('2026-11-08T10:00:00Z'))).toBe(true);
    expect(isShown(work, parseInstant('2026-11-23T11:59:00Z'))).toBe(true);
    expect(isShown(work, parseInstant('2026-11-23T12:00:00Z'))).toBe(false);
    expect(isShown(outage, parseInstant('2027-01-01T00:00:00Z'))).toBe(true);
  });

  it('names an audience, an end of planned work, and nobody', () => {
    const terms: AnnouncementTerms = {
      title: { lv: 'E-pasts', en: 'E-mail' },
      text: { lv: 'Nestrādā Jānim, 010180-12345.', en: 'Down.' },
      serviceIds: [],
      institutionIds: [],
      startsAt: at('10:00'),
      expectedEndAt: null,
    };
    expect(() => requireSoundAnnouncement(terms, 'planned_work')).toThrow(
      expect.objectContaining({
        fields: [
          { pointer: '/serviceIds', code: 'changes.announcement-for-nobody' },
          { pointer: '/expectedEndAt', code: 'changes.announcement-end-missing' },
          { pointer: '/textLv', code: 'changes.announcement-personal-code' },
        ],
      }),
    );
  });

  it('is found by a word of what somebody types, whatever its ending', () => {
    expect(shareWord('nevaru atvērt e-pastu', 'E-pasts un kalendārs nav pieejami')).toBe(true);
    expect(shareWord('KALENDĀRĀ pazuduši ieraksti', 'E-pasts un kalendārs nav pieejami')).toBe(true);
    expect(shareWord('printeris svītro', 'E-pasts un kalendārs nav pieejami')).toBe(false);
    expect(shareWord('vpn atvienojas', 'VPN savienojums mēdz pārtrūkt')).toBe(true);
    expect(shareWord('nav', 'nav')).toBe(false);
  });
});
