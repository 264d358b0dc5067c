import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { RatingsModule } from '#ratings';
import { TicketsModule } from '#tickets';
import { MailboxController } from './http/mailbox.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { StreamController } from './http/stream/stream.controller.js';
import { StreamHub } from './http/stream/stream-hub.js';
import { SendMailJob } from './jobs/send-mail.js';
import { TellPeopleWhenTicketMoves } from './reactions/tell-people-when-ticket-moves.js';
import { WriteMailWhenRequesterIsTold } from './reactions/write-mail-when-requester-is-told.js';
import { Mailbox } from './reads/mailbox.js';
import { MailMatters } from './reads/mail-matter.js';
import { MailWording } from './reads/mail-wording.js';
import { NoticesOf } from './reads/notices-of.js';
import { TicketParties } from './reads/ticket-parties.js';
import { Deliveries } from './store/deliveries.js';
import { MailTransport } from './store/mail-transport.js';
import { Notices } from './store/notices.js';
import { MarkNoticesRead } from './use-cases/mark-notices-read.js';
import { SendDueMail } from './use-cases/send-due-mail.js';

const STORE = [Notices, Deliveries, MailTransport];
const READS = [Mailbox, MailMatters, MailWording, NoticesOf, TicketParties];

/** Who is told what: notices of the bell, live news, mail. */
@Module({
  imports: [IdentityModule, TicketsModule, RatingsModule],
  controllers: [NoticesController, MailboxController, StreamController],
  providers: [
    ...STORE,
    ...READS,
    StreamHub,
    MarkNoticesRead,
    SendDueMail,
    SendMailJob,
    TellPeopleWhenTicketMoves,
    WriteMailWhenRequesterIsTold,
  ],
})
export class NotificationsModule {}
