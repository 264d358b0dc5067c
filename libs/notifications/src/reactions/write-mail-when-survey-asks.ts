import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { RecordedEvent } from '#kernel';
import { ReactionRegistry, type Tx } from '#platform';
import { type InvitationRound, IssueInvitations } from '#surveys';
import type { SurveyMailKind } from '../domain/compose-survey-mail.js';
import { MailWording } from '../reads/mail-wording.js';
import { SECRET_MARK } from '../store/deliveries.js';
import { type SurveyDelivery, SurveyDeliveries } from '../store/survey-deliveries.js';

/**
 * Writes the invitations or reminders of one institution, after a campaign has asked for them: in the worker, once. The tokens are made here
 * and go nowhere else.
 */
@Injectable()
export class WriteMailWhenSurveyAsks implements OnModuleInit {
  constructor(
    private readonly reactions: ReactionRegistry,
    private readonly invitations: IssueInvitations,
    private readonly identity: IdentityFacts,
    private readonly wording: MailWording,
    private readonly deliveries: SurveyDeliveries,
  ) {}

  onModuleInit(): void {
    this.reactions.after({
      name: 'notifications.write-survey-mail',
      on: ['surveys.invitations-due'],
      handle: (tx, event) => this.handle(tx, event),
    });
  }

  private async handle(tx: Tx, { subject, payload }: RecordedEvent): Promise<void> {
    const { institutionId, round } = payload as { institutionId: string; round: number };
    const asked = await this.invitations.execute(tx, { campaignId: subject.id, institutionId, round });
    if (asked) await this.deliveries.write(tx, await this.mails(tx, subject.id, round, asked));
  }

  private async mails(tx: Tx, campaignId: string, round: number, asked: InvitationRound): Promise<SurveyDelivery[]> {
    const contacts = await this.identity.contacts(
      asked.tokens.map(({ userId }) => userId),
      tx,
    );
    const kind = kindOf(round, asked.last);
    const { title, closesOn, anonymous } = asked;
    const url = this.wording.address(`/survey/${SECRET_MARK}`);
    const reached = asked.tokens.flatMap(({ userId, token }) => {
      const contact = contacts.get(userId);
      return contact?.email ? [{ userId, token, email: contact.email, name: contact.name, locale: contact.locale }] : [];
    });
    const matters = reached.map(({ locale, name }) => ({ locale, name, title: title[locale], closesOn, anonymous, url }));
    const worded = await this.wording.ofSurvey(tx, kind, campaignId, matters);
    return reached.map(({ userId, token, email, locale }, at) => {
      const dedupeKey = `campaign:${campaignId}:${round}:${userId}`;
      return { ...worded[at]!, kind, userId, dedupeKey, toAddress: email, locale, campaignId, round, secret: token };
    });
  }
}

function kindOf(round: number, last: boolean): SurveyMailKind {
  if (round === 0) return 'survey-invitation';
  return last ? 'survey-last-reminder' : 'survey-reminder';
}
