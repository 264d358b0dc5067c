import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { Texts } from '#platform';
import { APPROVAL_MAIL_KINDS, type ApprovalMailKind, type ApprovalMatter, composeApprovalMail } from './compose-approval-mail.js';
import { htmlOf, textOf } from './mail-body.js';

const texts = new Texts();
const matter: ApprovalMatter = {
  ...{ locale: 'lv', name: 'Andris Krūmiņš', number: 'CHG-2026-000412', title: 'Kritiskas ievainojamības labojums VPN vārtejā' },
  ...{ purpose: 'authorise', step: 'Izmaiņu vadītājs', dueAt: parseInstant('2026-11-27T15:00:00Z'), escalated: false },
  ...{ url: 'https://desk.example/approve/~secret~', inboxUrl: 'https://desk.example/desk/approvals' },
};

function written(kind: ApprovalMailKind, more: Partial<ApprovalMatter> = {}): { subject: string; text: string; html: string } {
  const whole = { ...matter, ...more };
  const mail = composeApprovalMail(kind, whole, (key, params) => texts.say(whole.locale, `notifications.mail.${key}`, params));
  return { subject: mail.subject, text: textOf({ locale: whole.locale, ...mail }), html: htmlOf({ locale: whole.locale, ...mail }) };
}

describe('the mail that asks for a decision', () => {
  it.each(APPROVAL_MAIL_KINDS.flatMap((kind) => [[kind, 'lv'] as const, [kind, 'en'] as const]))('%s is complete in %s', (kind, locale) => {
    const { subject, text } = written(kind, { locale, escalated: true });
    expect(`${subject}${text}`).not.toMatch(/\{\{|notifications\.mail/);
    expect(subject).toContain('[CHG-2026-000412]');
    expect(text).toContain(locale === 'lv' ? '27.11.2026. plkst. 17:00' : '27 November 2026');
  });

  it('carries the link with the mark of its token in both bodies, once', () => {
    const { text, html } = written('approval-requested');
    for (const body of [text, html]) expect(body.split('/approve/~secret~')).toHaveLength(2);
  });

  it('says of what has been done already that it is to be ratified', () => {
    expect(written('approval-requested', { purpose: 'ratify' }).text).toContain('ar mutisku piekrišanu');
  });
});
