import { type ComposedMail, type Say, subjectOf } from './compose-mail.js';

export interface ReportMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly title: string;
  readonly period: string;
  /** In sentences, as the report itself says it. */
  readonly conclusion: readonly string[];
  /** Address of the report as it was kept. */
  readonly url: string;
  /** Name of the file that goes with the mail. */
  readonly file: string | null;
}

/** Writes the mail that brings a report: what it says, where it is, and the file where one was asked for. */
export function composeReportMail({ name, title, period, conclusion, url, file }: ReportMatter, say: Say): ComposedMail {
  const words = say('report.words', { title, period });
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [
      { is: 'text', text: say('greeting', { name }) },
      { is: 'text', text: say('report.intro', { title, period }) },
      ...conclusion.map((text) => ({ is: 'text', text }) as const),
      ...(file === null ? [] : [{ is: 'text', text: say('report.file', { file }) } as const]),
      { is: 'links', links: [{ label: say('report.open'), url }] },
    ],
    footer: say('report.footer'),
  };
}
