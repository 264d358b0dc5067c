import { parseInstant } from '#kernel';
import { ACCOUNT_CHANGES, type AccountMailKind, composeAccountMail } from './compose-account-mail.js';
import { composeAnnouncementMail } from './compose-announcement-mail.js';
import { APPROVAL_MAIL_KINDS, composeApprovalMail } from './compose-approval-mail.js';
import { type ComposedMail, composeMail, type MailMatter, type Say } from './compose-mail.js';
import { composeMeetingMail, MEETING_MAIL_KINDS } from './compose-meeting-mail.js';
import { composeDigestMail, composeNoticeMail } from './compose-notice-mail.js';
import { composeProcessMail, type ProcessMailKind } from './compose-process-mail.js';
import { composeRefusal } from './compose-refusal.js';
import { composeReportMail } from './compose-report-mail.js';
import { composeSurveyMail, SURVEY_MAIL_KINDS } from './compose-survey-mail.js';
import { MAIL_KINDS } from './mail.js';

/** What a made-up mail is made of. */
export interface Sample {
  readonly locale: 'lv' | 'en';
  /** The reader. */
  readonly name: string;
  /** Made-up words of a place, such as a ticket's title. */
  readonly word: (place: string) => string;
  readonly address: (path: string) => string;
}

const NUMBER = 'INC-2026-000123';
const MORNING = parseInstant('2026-12-01T07:30:00Z');
const LATER = parseInstant('2026-12-02T13:00:00Z');
/** So many lines that not all of them are shown. */
const LONG_DIGEST = 103;
const LAST_DAY = '2026-12-31';

/** Texts that stand only in a mail of a special case. */
const SPECIAL: Readonly<Record<string, Partial<MailMatter>>> = {
  'mail.received.noPromise': { responseBy: null, resolutionBy: null },
  'mail.resolved.reopenPlain': { reopenUntil: null },
  'mail.merged.elsewhere': { mergedInto: null },
};

type Compose = (kind: string, key: string, sample: Sample, say: Say) => ComposedMail;

const ticket: Compose = (kind, key, { locale, name, word, address }, say) =>
  composeMail(
    MAIL_KINDS.find((known) => known === kind) ?? 'received',
    {
      ...{ locale, name, number: NUMBER, title: word('title'), ticketUrl: address(`/tickets/${NUMBER}`) },
      quote: ['received', 'mention', 'merged'].includes(kind) ? null : word('quote'),
      ...{ responseBy: MORNING, resolutionBy: LATER, reopenUntil: LATER, mergedInto: 'INC-2026-000101' },
      rateUrl: kind === 'rating' ? address('/rate/-') : null,
      mayReply: key.endsWith('Reply'),
      ...SPECIAL[key],
    },
    say,
  );

const approval: Compose = (kind, key, { locale, name, word, address }, say) =>
  composeApprovalMail(
    APPROVAL_MAIL_KINDS.find((known) => known === kind) ?? 'approval-requested',
    {
      ...{ locale, name, number: 'CHG-2026-000045', title: word('change'), step: word('step'), dueAt: LATER },
      purpose: key.endsWith('.ratify') ? 'ratify' : 'authorise',
      escalated: key.endsWith('.escalated'),
      ...{ url: address('/approve/-'), inboxUrl: address('/desk/approvals') },
    },
    say,
  );

const meeting: Compose = (kind, _key, { locale, name, word, address }, say) =>
  composeMeetingMail(
    MEETING_MAIL_KINDS.find((known) => known === kind) ?? 'meeting-moved',
    {
      ...{ locale, name, title: word('meeting'), startsAt: LATER, place: word('place'), earlier: MORNING },
      ...{ agenda: [{ number: 'CHG-2026-000045', title: word('change') }], url: address('/desk/meetings/-') },
    },
    say,
  );

const processMail: Compose = (kind, _key, { locale, name, word, address }, say) =>
  composeProcessMail(
    (kind === 'process' ? 'process-at-risk' : kind) as ProcessMailKind,
    { ...{ locale, name, title: word('process'), why: word('why'), day: word('day') }, url: address('/reports/processes/-') },
    say,
  );

const survey: Compose = (kind, key, { locale, name, word, address }, say) => {
  const told = ['survey-coverage', 'institution', 'invited', 'answered', 'noNames'].some(
    (part) => kind === part || key.includes(`.${part}`),
  );
  const few = key.endsWith('.none') ? 'none' : key.endsWith('.under_min') ? 'under_min' : null;
  const answered = few === null ? ({ display: 'count', count: 31 } as const) : ({ display: few, count: null } as const);
  return composeSurveyMail(
    told ? 'survey-coverage' : (SURVEY_MAIL_KINDS.find((known) => known === kind) ?? 'survey-invitation'),
    {
      ...{ locale, name, title: word('survey'), closesOn: LAST_DAY, anonymous: !key.endsWith('.named') },
      url: told ? null : address('/survey/-'),
      ...(told && { coverage: { institution: word('institution'), invited: 48, answered } }),
    },
    say,
  );
};

const account: Compose = (_kind, key, { locale, name, address }, say) => {
  const kinds: readonly AccountMailKind[] = ['password-forgotten', 'account-opened', ...Object.values(ACCOUNT_CHANGES)];
  const asked = key.endsWith('.setPassword') || key.endsWith('.notAsked');
  const kind = kinds.find((known) => key.includes(`.${known}.`)) ?? (asked ? 'password-forgotten' : 'password-changed');
  return composeAccountMail(kind, { locale, name, at: MORNING, url: address('/profile') }, say);
};

const notice: Compose = (_kind, _key, { locale, name, word, address }, say) =>
  composeNoticeMail({ locale, name, words: word('notice'), url: address(`/tickets/${NUMBER}`), settingsUrl: address('/profile') }, say);

const digest: Compose = (_kind, key, { locale, name, word, address }, say) => {
  const line = { words: `[${NUMBER}] ${word('title')}`, url: address(`/tickets/${NUMBER}`) };
  return composeDigestMail(
    { locale, name, lines: Array.from({ length: key.endsWith('.more') ? LONG_DIGEST : 2 }, () => line), settingsUrl: address('/profile') },
    say,
  );
};

const COMPOSERS: Readonly<Record<string, Compose>> = {
  ...{ approval, meeting, process: processMail, survey, account, notice, digest },
  announcement: (kind, _key, { locale, name, word, address }, say) =>
    composeAnnouncementMail(
      kind === 'announcement-over' ? kind : 'announcement-news',
      { locale, name, title: word('announcement'), text: word('news'), url: address('/') },
      say,
    ),
  report: (_kind, _key, { locale, name, word, address }, say) =>
    composeReportMail(
      {
        ...{ locale, name, title: word('report'), period: word('period'), conclusion: [word('conclusion')] },
        url: address('/reports'),
        file: 'parskats.pdf',
      },
      say,
    ),
  refusal: (_kind, key, { locale, word, address }, say) =>
    composeRefusal({ locale, subject: key.endsWith('.plain') ? '' : word('title'), portalUrl: address('/') }, say),
};

/** A made-up mail in which the text of this key stands; undefined for a text of the bell alone. */
export function sampleMail(key: string, sample: Sample, say: Say): ComposedMail | undefined {
  const [place, kind = ''] = key.split('.');
  if (place !== 'mail') return undefined;
  const family = kind.split('-')[0] ?? '';
  return (COMPOSERS[kind] ?? COMPOSERS[family] ?? ticket)(kind, key, sample, say);
}
