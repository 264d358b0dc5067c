import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { Texts } from '#platform';
import { composeMail, type MailMatter } from './compose-mail.js';
import { MAIL_KINDS, type MailKind } from './mail.js';
import { textOf } from './mail-body.js';

const texts = new Texts();

const matter: MailMatter = {
  locale: 'lv',
  name: 'Ilze Kalniņa',
  number: 'INC-2026-000123',
  title: 'Nevar pieslēgties ar eID karti',
  ticketUrl: 'https://desk.example/tickets/INC-2026-000123',
  quote: null,
  responseBy: parseInstant('2026-11-23T08:30:00Z'),
  resolutionBy: parseInstant('2026-11-24T13:00:00Z'),
  reopenUntil: null,
  mergedInto: null,
  rateUrl: null,
};

function written(kind: MailKind, more: Partial<MailMatter> = {}): { subject: string; text: string } {
  const whole = { ...matter, ...more };
  const mail = composeMail(kind, whole, (key, params) => texts.say(whole.locale, `notifications.mail.${key}`, params));
  return { subject: mail.subject, text: textOf({ locale: whole.locale, ...mail }) };
}

describe('a mail', () => {
  it('says the promise in words, in Latvia’s time, in both languages', () => {
    expect(written('received').text).toContain('atbildēsim līdz 23.11.2026. plkst. 10:30 un atrisināsim līdz 24.11.2026. plkst. 15:00');
    expect(written('received', { locale: 'en' }).text).toContain(
      'by 10:30 on 23 November 2026, and the ticket will be resolved by 15:00 on 24 November 2026',
    );
  });

  it('carries the number in its subject and no line break of the title', () => {
    expect(written('reply', { title: 'Drukā\r\nBcc: x@example.com' }).subject).toBe(
      '[INC-2026-000123] Jauna atbilde: Drukā Bcc: x@example.com',
    );
  });

  it('asks for a rating by three links only where one is wanted', () => {
    expect(written('resolved').text).not.toContain('/rate/');
    const { text } = written('resolved', { rateUrl: 'https://desk.example/rate/abc' });
    expect(text.match(/rate\/abc\?v=(bad|satisfactory|good)/g)).toEqual(['rate/abc?v=bad', 'rate/abc?v=satisfactory', 'rate/abc?v=good']);
  });

  it.each(MAIL_KINDS.flatMap((kind) => [[kind, 'lv'] as const, [kind, 'en'] as const]))('%s is complete in %s', (kind, locale) => {
    const { subject, text } = written(kind, {
      locale,
      quote: 'Lūdzu, restartējiet datoru.',
      reopenUntil: matter.responseBy,
      rateUrl: 'https://desk.example/rate/abc',
    });
    expect(`${subject}${text}`).not.toContain('{{');
    expect(text).toContain('> Lūdzu, restartējiet datoru.');
  });
});
