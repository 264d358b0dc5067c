import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Contact, IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { CampaignCoverage, type InstitutionNews } from '#surveys';
import { MailWording } from '../reads/mail-wording.js';
import { type SurveyDelivery, SurveyDeliveries } from '../store/survey-deliveries.js';

/** Tells the coordinators of an institution how many of its people have answered: never who (DOMAIN 6). */
@Injectable()
export class TellCoordinatorsOfCoverage implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly coverage: CampaignCoverage,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly deliveries: SurveyDeliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-coordinators',
      on: ['surveys.coverage-due'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { subject, payload }: RecordedEvent): Promise<void> {
    const { institutionId } = payload as { institutionId: string };
    const news = await this.coverage.newsOf(tx, subject.id, institutionId);
    if (!news) return;
    const coordinators = await this.identity.holdersOf('institution_coordinator', institutionId, tx);
    const contacts = await this.identity.contacts(coordinators, tx);
    const mails: SurveyDelivery[] = [];
    for (const [userId, contact] of contacts) {
      const institution = (await this.identity.institutionNames([institutionId], contact.locale, tx)).get(institutionId) ?? '';
      if (contact.email)
        mails.push(this.mail({ campaignId: subject.id, institutionId, institution, userId, contact, email: contact.email }, news));
    }
    await this.deliveries.write(tx, mails);
  }

  private mail(
    to: { campaignId: string; institutionId: string; institution: string; userId: string; contact: Contact; email: string },
    { title, closesOn, invited, answered }: InstitutionNews,
  ): SurveyDelivery {
    const { campaignId, institutionId, institution, userId, email } = to;
    const { locale, name } = to.contact;
    const kind = 'survey-coverage';
    const matter = {
      locale,
      name,
      title: title[locale],
      closesOn,
      anonymous: true,
      url: null,
      coverage: { institution, invited, answered },
    };
    return {
      ...this.wording.ofSurvey(kind, campaignId, matter),
      ...{ kind, userId, toAddress: email, locale, campaignId, round: 0, secret: null },
      dedupeKey: `campaign:${campaignId}:coverage:${institutionId}:${userId}`,
    };
  }
}
