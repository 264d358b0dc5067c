import { Module } from '@nestjs/common';
import { ApprovalsModule } from '#approvals';
import { CalendarsModule } from '#calendars';
import { ChangesModule } from '#changes';
import { IdentityModule } from '#identity';
import { RatingsModule } from '#ratings';
import { SurveysModule } from '#surveys';
import { TicketsModule } from '#tickets';
import { CampaignMailsController } from './http/campaign-mails.controller.js';
import { MailboxController } from './http/mailbox.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { StreamController } from './http/stream/stream.controller.js';
import { StreamHub } from './http/stream/stream-hub.js';
import { AskForRatingsJob } from './jobs/ask-for-ratings.js';
import { SendMailJob } from './jobs/send-mail.js';
import { ForgetSurveyMailWhenCampaignCloses } from './reactions/forget-survey-mail-when-campaign-closes.js';
import { PlanRatingMailWhenResolved } from './reactions/plan-rating-mail-when-resolved.js';
import { TellApprovers } from './reactions/tell-approvers.js';
import { TellCoordinatorsOfCoverage } from './reactions/tell-coordinators-of-coverage.js';
import { TellOfDifferingFigures } from './reactions/tell-of-differing-figures.js';
import { TellOfChanges } from './reactions/tell-of-changes.js';
import { TellOfSuspendedTemplate } from './reactions/tell-of-suspended-template.js';
import { TellPeopleWhenTicketMoves } from './reactions/tell-people-when-ticket-moves.js';
import { TellThoseAlsoAffected } from './reactions/tell-those-also-affected.js';
import { WithdrawRatingMailWhenReopened } from './reactions/withdraw-rating-mail-when-reopened.js';
import { WriteMailWhenRequesterIsTold } from './reactions/write-mail-when-requester-is-told.js';
import { WriteMailWhenSurveyAsks } from './reactions/write-mail-when-survey-asks.js';
import { CampaignMails } from './reads/campaign-mails.js';
import { Mailbox } from './reads/mailbox.js';
import { MailMatters } from './reads/mail-matter.js';
import { MailWording } from './reads/mail-wording.js';
import { NoticesOf } from './reads/notices-of.js';
import { RatingMailTimes } from './reads/rating-mail-times.js';
import { TicketParties } from './reads/ticket-parties.js';
import { Deliveries } from './store/deliveries.js';
import { MailTransport } from './store/mail-transport.js';
import { Notices } from './store/notices.js';
import { RatingMails } from './store/rating-mails.js';
import { SurveyDeliveries } from './store/survey-deliveries.js';
import { AskForRatings } from './use-cases/ask-for-ratings.js';
import { MarkNoticesRead } from './use-cases/mark-notices-read.js';
import { SendDueMail } from './use-cases/send-due-mail.js';
import { WriteApprovalMail } from './use-cases/write-approval-mail.js';
import { WriteRatingMail } from './use-cases/write-rating-mail.js';

const STORE = [Notices, Deliveries, MailTransport, RatingMails, SurveyDeliveries];
const RATING_MAILS = [PlanRatingMailWhenResolved, WithdrawRatingMailWhenReopened, AskForRatings, AskForRatingsJob, WriteRatingMail];
const SURVEY_MAILS = [WriteMailWhenSurveyAsks, TellCoordinatorsOfCoverage, ForgetSurveyMailWhenCampaignCloses];
const READS = [CampaignMails, Mailbox, MailMatters, MailWording, NoticesOf, RatingMailTimes, TicketParties];

/** Who is told what: notices of the bell, live news, mail. */
@Module({
  imports: [CalendarsModule, ChangesModule, IdentityModule, TicketsModule, ApprovalsModule, RatingsModule, SurveysModule],
  controllers: [NoticesController, MailboxController, CampaignMailsController, StreamController],
  providers: [
    ...STORE,
    ...READS,
    ...RATING_MAILS,
    ...SURVEY_MAILS,
    StreamHub,
    MarkNoticesRead,
    SendDueMail,
    SendMailJob,
    WriteApprovalMail,
    TellApprovers,
    TellOfDifferingFigures,
    TellOfChanges,
    TellOfSuspendedTemplate,
    TellPeopleWhenTicketMoves,
    TellThoseAlsoAffected,
    WriteMailWhenRequesterIsTold,
  ],
})
export class NotificationsModule {}
