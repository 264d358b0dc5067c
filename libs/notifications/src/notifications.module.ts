import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { IdentityModule } from '#identity';
import { RatingsModule } from '#ratings';
import { TicketsModule } from '#tickets';
import { MailboxController } from './http/mailbox.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { StreamController } from './http/stream/stream.controller.js';
import { StreamHub } from './http/stream/stream-hub.js';
import { AskForRatingsJob } from './jobs/ask-for-ratings.js';
import { SendMailJob } from './jobs/send-mail.js';
import { PlanRatingMailWhenResolved } from './reactions/plan-rating-mail-when-resolved.js';
import { TellPeopleWhenTicketMoves } from './reactions/tell-people-when-ticket-moves.js';
import { WithdrawRatingMailWhenReopened } from './reactions/withdraw-rating-mail-when-reopened.js';
import { WriteMailWhenRequesterIsTold } from './reactions/write-mail-when-requester-is-told.js';
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
import { AskForRatings } from './use-cases/ask-for-ratings.js';
import { MarkNoticesRead } from './use-cases/mark-notices-read.js';
import { SendDueMail } from './use-cases/send-due-mail.js';
import { WriteRatingMail } from './use-cases/write-rating-mail.js';

const STORE = [Notices, Deliveries, MailTransport, RatingMails];
const RATING_MAILS = [PlanRatingMailWhenResolved, WithdrawRatingMailWhenReopened, AskForRatings, AskForRatingsJob, WriteRatingMail];
const READS = [Mailbox, MailMatters, MailWording, NoticesOf, RatingMailTimes, TicketParties];

/** Who is told what: notices of the bell, live news, mail. */
@Module({
  imports: [CalendarsModule, IdentityModule, TicketsModule, RatingsModule],
  controllers: [NoticesController, MailboxController, StreamController],
  providers: [
    ...STORE,
    ...READS,
    ...RATING_MAILS,
    StreamHub,
    MarkNoticesRead,
    SendDueMail,
    SendMailJob,
    TellPeopleWhenTicketMoves,
    WriteMailWhenRequesterIsTold,
  ],
})
export class NotificationsModule {}
