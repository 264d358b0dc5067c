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
import { NoticeSettingsController } from './http/notice-settings.controller.js';
import { NoticeTextsController } from './http/notice-texts.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { StreamController } from './http/stream/stream.controller.js';
import { StreamHub } from './http/stream/stream-hub.js';
import { AskForRatingsJob } from './jobs/ask-for-ratings.js';
import { GatherDigestsJob } from './jobs/gather-digests.js';
import { SendMailJob } from './jobs/send-mail.js';
import { ForgetSurveyMailWhenCampaignCloses } from './reactions/forget-survey-mail-when-campaign-closes.js';
import { PlanRatingMailWhenResolved } from './reactions/plan-rating-mail-when-resolved.js';
import { TellApprovers } from './reactions/tell-approvers.js';
import { TellCoordinatorsOfCoverage } from './reactions/tell-coordinators-of-coverage.js';
import { TellOfDifferingFigures } from './reactions/tell-of-differing-figures.js';
import { TellOfChanges } from './reactions/tell-of-changes.js';
import { TellOfProblems } from './reactions/tell-of-problems.js';
import { TellOfProcesses } from './reactions/tell-of-processes.js';
import { TellOfRegisters } from './reactions/tell-of-registers.js';
import { TellOfRoles } from './reactions/tell-of-roles.js';
import { TellOfSuspendedTemplate } from './reactions/tell-of-suspended-template.js';
import { TellImplementersOfFreeze } from './reactions/tell-implementers-of-freeze.js';
import { TellLeadOfAbsence } from './reactions/tell-lead-of-absence.js';
import { TellMeetingMembers } from './reactions/tell-meeting-members.js';
import { TellOwnerOfAccountChange } from './reactions/tell-owner-of-account-change.js';
import { TellPeopleWhenTicketMoves } from './reactions/tell-people-when-ticket-moves.js';
import { TellThoseAlsoAffected } from './reactions/tell-those-also-affected.js';
import { WithdrawRatingMailWhenReopened } from './reactions/withdraw-rating-mail-when-reopened.js';
import { WriteMailWhenAccountOpens } from './reactions/write-mail-when-account-opens.js';
import { WriteMailWhenPasswordIsForgotten } from './reactions/write-mail-when-password-is-forgotten.js';
import { WriteMailWhenRequesterIsTold } from './reactions/write-mail-when-requester-is-told.js';
import { WriteMailWhenSurveyAsks } from './reactions/write-mail-when-survey-asks.js';
import { CampaignMails } from './reads/campaign-mails.js';
import { DigestReaders } from './reads/digest-readers.js';
import { MailDepartures } from './reads/mail-departures.js';
import { Mailbox } from './reads/mailbox.js';
import { MailMatters } from './reads/mail-matter.js';
import { MailWording } from './reads/mail-wording.js';
import { NoticeSettings } from './reads/notice-settings.js';
import { NoticeWording } from './reads/notice-wording.js';
import { NoticesOf } from './reads/notices-of.js';
import { RatingMailTimes } from './reads/rating-mail-times.js';
import { ReplyAddresses } from './reads/reply-addresses.js';
import { TextRegister } from './reads/text-register.js';
import { TextSamples } from './reads/text-samples.js';
import { TicketParties } from './reads/ticket-parties.js';
import { Wordings } from './reads/wordings.js';
import { Deliveries } from './store/deliveries.js';
import { HeldMails } from './store/held-mails.js';
import { MailTransport } from './store/mail-transport.js';
import { NoticePreferences } from './store/notice-preferences.js';
import { Notices } from './store/notices.js';
import { RatingMails } from './store/rating-mails.js';
import { TextStore } from './store/text-store.js';
import { SurveyDeliveries } from './store/survey-deliveries.js';
import { AskForRatings } from './use-cases/ask-for-ratings.js';
import { ChangeText } from './use-cases/change-text.js';
import { ChangeNoticeSettings } from './use-cases/change-notice-settings.js';
import { GatherDigests } from './use-cases/gather-digests.js';
import { MarkBounced } from './use-cases/mark-bounced.js';
import { MarkNoticesRead } from './use-cases/mark-notices-read.js';
import { SendDueMail } from './use-cases/send-due-mail.js';
import { SendTrialMail } from './use-cases/send-trial-mail.js';
import { WriteApprovalMail } from './use-cases/write-approval-mail.js';
import { WriteNoticeMails } from './use-cases/write-notice-mails.js';
import { WriteRefusal } from './use-cases/write-refusal.js';
import { WriteReportMail } from './use-cases/write-report-mail.js';
import { WriteRatingMail } from './use-cases/write-rating-mail.js';

const SETTINGS = [ChangeNoticeSettings, GatherDigests, GatherDigestsJob, HeldMails, MailDepartures, NoticePreferences, NoticeSettings];
const TEXTS = [ChangeText, SendTrialMail, TextRegister, TextSamples, TextStore];
const STORE = [Notices, Deliveries, MailTransport, RatingMails, SurveyDeliveries];
const RATING_MAILS = [PlanRatingMailWhenResolved, WithdrawRatingMailWhenReopened, AskForRatings, AskForRatingsJob, WriteRatingMail];
const SURVEY_MAILS = [WriteMailWhenSurveyAsks, TellCoordinatorsOfCoverage, ForgetSurveyMailWhenCampaignCloses];
const READS = [
  CampaignMails,
  DigestReaders,
  NoticeWording,
  Wordings,
  Mailbox,
  MailMatters,
  MailWording,
  NoticesOf,
  RatingMailTimes,
  ReplyAddresses,
  TicketParties,
];
const MAIL_BACK = [MarkBounced, WriteRefusal];
const ACCOUNT_MAILS = [WriteMailWhenPasswordIsForgotten, WriteMailWhenAccountOpens, TellOwnerOfAccountChange];

/** Who is told what: notices of the bell, live news, mail. */
@Module({
  imports: [CalendarsModule, ChangesModule, IdentityModule, TicketsModule, ApprovalsModule, RatingsModule, SurveysModule],
  controllers: [
    NoticesController,
    NoticeSettingsController,
    NoticeTextsController,
    MailboxController,
    CampaignMailsController,
    StreamController,
  ],
  providers: [
    ...STORE,
    ...SETTINGS,
    ...TEXTS,
    ...READS,
    ...RATING_MAILS,
    ...SURVEY_MAILS,
    ...MAIL_BACK,
    ...ACCOUNT_MAILS,
    StreamHub,
    MarkNoticesRead,
    SendDueMail,
    SendMailJob,
    WriteApprovalMail,
    WriteNoticeMails,
    WriteReportMail,
    TellApprovers,
    TellOfDifferingFigures,
    TellOfChanges,
    TellOfProblems,
    TellOfProcesses,
    TellOfRegisters,
    TellOfRoles,
    TellOfSuspendedTemplate,
    TellImplementersOfFreeze,
    TellLeadOfAbsence,
    TellMeetingMembers,
    TellPeopleWhenTicketMoves,
    TellThoseAlsoAffected,
    WriteMailWhenRequesterIsTold,
  ],
  exports: [WriteReportMail, ReplyAddresses, ...MAIL_BACK],
})
export class NotificationsModule {}
