import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Contact, IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { CampaignCoverage, type InstitutionNews } from '#surveys';
import { PEOPLE_TOLD } from '../domain/stream-message.js';
import { MailWording } from '../reads/mail-wording.js';
import { Notices } from '../store/notices.js';
import { type SurveyDelivery, SurveyDeliveries } from '../store/survey-deliveries.js';

/** Tells the coordinators of an institution, by mail and by the bell, how many of its people have answered: never who (DOMAIN 6). */
@Injectable()
export class TellCoordinatorsOfCoverage implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly coverage: CampaignCoverage,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly deliveries: SurveyDeliveries,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.tell-coordinators',
      on: ['surveys.coverage-due'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { id, subject, payload }: RecordedEvent): Promise<void> {
    const { institutionId } = payload as { institutionId: string };
    const news = await this.coverage.newsOf(tx, subject.id, institutionId);
    if (!news) return;
    const coordinators = await this.identity.holdersOf('institution_coordinator', institutionId, tx);
    const contacts = await this.identity.contacts(coordinators, tx);
    const mails: SurveyDelivery[] = [];
    for (const [userId, contact] of contacts) {
      const institution = (await this.identity.institutionNames([institutionId], contact.locale, tx)).get(institutionId) ?? '';
      if (contact.email)
        mails.push(
          await this.mail(tx, { campaignId: subject.id, institutionId, institution, userId, contact, email: contact.email }, news),
        );
    }
    await this.deliveries.write(tx, mails);
    await this.ring(tx, { eventId: id, campaignId: subject.id, institutionId, people: [...contacts.keys()] }, news);
  }

  private async ring(
    tx: Tx,
    {
      eventId,
      campaignId,
      institutionId,
      people,
    }: { eventId: number; campaignId: string; institutionId: string; people: readonly string[] },
    { title, invited, answered }: InstitutionNews,
  ): Promise<void> {
    const params = { title: { ...title }, invited, answered: answered.count ?? answered.display };
    const dedupeKey = `campaign:${campaignId}:coverage:${institutionId}`;
    const planned = people.map((userId) => ({ userId, kind: 'survey-coverage', quiet: false, dedupeKey, params }) as const);
    const written = await this.notices.write(tx, null, tx.now, planned);
    if (written.length === 0) return;
    await tx.append({
      type: PEOPLE_TOLD,
      version: 1,
      subject: { type: 'notices', id: campaignId },
      actorId: null,
      payload: { eventId, recipients: Object.fromEntries(written.map((notice) => [notice.userId, notice.id])) },
    });
  }

  private async mail(
    tx: Tx,
    to: { campaignId: string; institutionId: string; institution: string; userId: string; contact: Contact; email: string },
    { title, closesOn, invited, answered }: InstitutionNews,
  ): Promise<SurveyDelivery> {
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
    const [worded] = await this.wording.ofSurvey(tx, kind, campaignId, [matter]);
    return {
      ...worded!,
      ...{ kind, userId, toAddress: email, locale, campaignId, round: 0, secret: null },
      dedupeKey: `campaign:${campaignId}:coverage:${institutionId}:${userId}`,
    };
  }
}
