import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { Texts } from '#platform';
import { composeMeetingMail, MEETING_MAIL_KINDS, type MeetingMailKind, type MeetingMatter } from './compose-meeting-mail.js';
import { textOf } from './mail-body.js';

const texts = new Texts();
const matter: MeetingMatter = {
  ...{ locale: 'lv', name: 'Dace Vītola', title: 'Izmaiņu konsultatīvās padomes sanāksme', startsAt: parseInstant('2026-11-26T08:00:00Z') },
  ...{ place: '214. telpa', earlier: null, agenda: [{ number: 'CHG-2026-000411', title: 'Dokumentu vadības sistēmas jaunināšana' }] },
  url: 'https://desk.example/desk/meetings/1',
};

function written(kind: MeetingMailKind, more: Partial<MeetingMatter> = {}): string {
  const whole = { ...matter, ...more };
  const mail = composeMeetingMail(kind, whole, (key, params) => texts.say(whole.locale, `notifications.mail.${key}`, params));
  return `${mail.subject}\n${textOf({ locale: whole.locale, ...mail })}`;
}

describe('the mail to the members of a meeting', () => {
  it.each(MEETING_MAIL_KINDS.flatMap((kind) => [[kind, 'lv'] as const, [kind, 'en'] as const]))('%s is complete in %s', (kind, locale) => {
    const mail = written(kind, { locale, earlier: parseInstant('2026-11-25T08:00:00Z') });
    expect(mail).not.toMatch(/\{\{|notifications\.mail/);
    expect(mail).toContain(locale === 'lv' ? '26.11.2026. plkst. 10:00' : '26 November 2026');
    expect(mail).toContain('214. telpa');
  });

  it('says what is to be decided, and when it was to be before it was moved', () => {
    expect(written('meeting-called')).toContain('CHG-2026-000411');
    expect(written('meeting-moved', { earlier: parseInstant('2026-11-25T08:00:00Z') })).toContain('25.11.2026');
    expect(written('meeting-cancelled')).not.toContain('CHG-2026-000411');
  });
});
