import { describe, expect, it } from '@jest/globals';
import { Texts } from '#platform';
import { composeSurveyMail, SURVEY_MAIL_KINDS, type SurveyMailKind, type SurveyMatter } from './compose-survey-mail.js';
import { htmlOf, textOf } from './mail-body.js';

const texts = new Texts();
const matter: SurveyMatter = {
  locale: 'lv',
  name: 'Ilze Kalniņa',
  title: 'Klientu apmierinātība 2026',
  closesOn: '2026-12-11',
  anonymous: true,
  url: 'https://desk.example/survey/~secret~',
};

function written(kind: SurveyMailKind, more: Partial<SurveyMatter> = {}): { subject: string; text: string; html: string } {
  const whole = { ...matter, ...more };
  const mail = composeSurveyMail(kind, whole, (key, params) => texts.say(whole.locale, `notifications.mail.${key}`, params));
  return { subject: mail.subject, text: textOf({ locale: whole.locale, ...mail }), html: htmlOf({ locale: whole.locale, ...mail }) };
}

describe('the mail of a campaign', () => {
  it.each(SURVEY_MAIL_KINDS.flatMap((kind) => [[kind, 'lv'] as const, [kind, 'en'] as const]))('%s is complete in %s', (kind, locale) => {
    const answered = { display: 'count', count: 12 } as const;
    const { subject, text } = written(kind, { locale, coverage: { institution: 'Birojs', invited: 40, answered } });
    expect(`${subject}${text}`).not.toMatch(/\{\{|notifications\.mail/);
    expect(text).toContain(locale === 'lv' ? '11.12.2026.' : '11 December 2026');
  });

  it('carries the link with the mark of its token in both bodies', () => {
    const { text, html } = written('survey-invitation');
    expect(text).toContain('https://desk.example/survey/~secret~');
    expect(html).toContain('href="https://desk.example/survey/~secret~"');
  });

  it('says that answers are anonymous where they are, and that they are named where they are', () => {
    expect(written('survey-invitation').text).toContain('Atbildes ir anonīmas');
    const named = written('survey-invitation', { anonymous: false }).text;
    expect(named).not.toContain('anonīmas');
    expect(named).toContain('Jūsu vārds tiek saglabāts');
  });

  it('tells a coordinator no number below five', () => {
    const told = (display: 'none' | 'under_min'): string =>
      written('survey-coverage', { url: null, coverage: { institution: 'Birojs', invited: 40, answered: { display, count: null } } }).text;
    expect(told('under_min')).toContain('Atbildējuši: mazāk par pieciem');
    expect(told('none')).toContain('Atbildējuši: pagaidām neviens');
  });

  it('keeps a line break of a title out of its subject', () => {
    expect(written('survey-invitation', { title: 'Aptauja\r\nBcc: x@example.com' }).subject).toBe(
      'Lūdzam Jūsu vērtējumu: Aptauja Bcc: x@example.com',
    );
  });
});
