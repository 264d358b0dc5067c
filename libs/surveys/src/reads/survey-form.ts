import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Locale } from '#identity';
import type { Definition, Words } from '../domain/question.js';
import { type SurveyLinkState, surveyLinkState } from '../domain/survey-link.js';
import { SurveyLinks } from '../store/survey-links.js';
import { type AnswerWordBook, AnswerWords } from './answer-words.js';

/** What the page behind the link of an invitation shows. */
export interface SurveyFormPage {
  readonly state: SurveyLinkState;
  readonly locale: Locale;
  readonly title: Words;
  readonly closesOn: string;
  readonly form: SurveyForm | null;
}

export interface SurveyForm {
  readonly anonymous: boolean;
  readonly minGroup: number;
  /** The institution that the answer counts for. */
  readonly institution: Words;
  readonly definition: Definition;
  readonly words: AnswerWordBook;
}

/** Reads the questions behind a link. Records nothing: scanners of mail follow links, and nobody is to know who has looked. */
@Injectable()
export class SurveyForms {
  constructor(
    private readonly links: SurveyLinks,
    private readonly identity: IdentityFacts,
    private readonly words: AnswerWords,
  ) {}

  /** Throws `surveys.link.not-found`. Of a link that is not open, the title alone. */
  async read(token: string): Promise<SurveyFormPage> {
    const { invitation, campaign, definition, today } = await this.links.read(token);
    const state = surveyLinkState(campaign, invitation?.used ?? true, today);
    const contact = invitation && (await this.identity.contact(invitation.userId));
    const { title, closesOn, anonymous, minGroup } = campaign;
    const page = { state, locale: contact?.locale ?? 'lv', title, closesOn };
    if (state !== 'open' || !invitation) return { ...page, form: null };
    const institution = await this.institution(invitation.institutionId);
    return { ...page, form: { anonymous, minGroup, institution, definition, words: this.words.all() } };
  }

  private async institution(id: string): Promise<Words> {
    const [lv, en] = await Promise.all((['lv', 'en'] as const).map((locale) => this.identity.institutionNames([id], locale)));
    return { lv: lv!.get(id) ?? '', en: en!.get(id) ?? '' };
  }
}
