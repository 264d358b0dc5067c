import { parseInstant } from '#kernel';
import { type ComposedMail, dayWords, type Say, subjectOf } from './compose-mail.js';
import type { MailBlock } from './mail-body.js';

/** The mails of a campaign: to respondents the invitation and reminders, to coordinators how far their institution has come. */
export const SURVEY_MAIL_KINDS = ['survey-invitation', 'survey-reminder', 'survey-last-reminder', 'survey-coverage'] as const;

export type SurveyMailKind = (typeof SURVEY_MAIL_KINDS)[number];

export interface SurveyMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly title: string;
  /** The last day, `YYYY-MM-DD`. */
  readonly closesOn: string;
  readonly anonymous: boolean;
  /** Address of the respondent's page; null for a coordinator. */
  readonly url: string | null;
  /** For a coordinator. */
  readonly coverage?: {
    readonly institution: string;
    readonly invited: number;
    readonly answered: { readonly display: 'none' | 'under_min' | 'count'; readonly count: number | null };
  };
}

/** Writes a mail of a campaign. To respondents it says in two sentences what is kept of them. */
export function composeSurveyMail(kind: SurveyMailKind, matter: SurveyMatter, say: Say): ComposedMail {
  const words = say(`${kind}.words`, { title: matter.title });
  const closesOn = dayWords(parseInstant(`${matter.closesOn}T12:00:00Z`), matter.locale);
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [
      text(say('greeting', { name: matter.name })),
      text(say(`${kind}.intro`, { title: matter.title, closesOn })),
      ...(kind === 'survey-coverage' ? told(matter, say) : asked(matter, say)),
    ],
    footer: say('survey.footer'),
  };
}

function asked({ anonymous, url }: SurveyMatter, say: Say): MailBlock[] {
  return [
    ...(url === null ? [] : [{ is: 'links' as const, links: [{ label: say('survey.open'), url }] }]),
    text(say(anonymous ? 'survey.anonymous' : 'survey.named')),
    text(say('survey.own')),
  ];
}

function told({ coverage }: SurveyMatter, say: Say): MailBlock[] {
  if (!coverage) return [];
  const { institution, invited, answered } = coverage;
  const facts: [string, string][] = [
    [say('survey.institution'), institution],
    [say('survey.invited'), String(invited)],
    [say('survey.answered'), answered.count === null ? say(`survey.answered.${answered.display}`) : String(answered.count)],
  ];
  return [{ is: 'facts', facts }, text(say('survey.noNames'))];
}

function text(words: string): MailBlock {
  return { is: 'text', text: words };
}
