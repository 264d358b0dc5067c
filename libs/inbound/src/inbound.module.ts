import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { IncidentsModule } from '#incidents';
import { NotificationsModule } from '#notifications';
import { TicketsModule } from '#tickets';
import { MailDomainsController, MailInController } from './http/mail-in.controller.js';
import { MailLogController } from './http/mail-log.controller.js';
import { TakeMailJob } from './jobs/take-mail-job.js';
import { ImapMailbox } from './mailboxes/imap-mailbox.js';
import { MailboxClient } from './mailboxes/mailbox-client.js';
import { SmtpListener } from './mailboxes/smtp-listener.js';
import { FindThreads, GatherFacts } from './reads/gather-facts.js';
import { MailLogExport } from './reads/mail-log-export.js';
import { MailLog } from './reads/mail-log.js';
import { KnownDomains } from './store/known-domains.js';
import { MailFiles } from './store/mail-files.js';
import { Mailboxes } from './store/mailboxes.js';
import { Mails } from './store/mails.js';
import { ActOnMail } from './use-cases/act-on-mail.js';
import { AddMailToTicket, DecidableMails, DiscardMail, MakeTicketOfMail } from './use-cases/decide-mail.js';
import { FileAttachments } from './use-cases/file-attachments.js';
import { MailDecisions } from './use-cases/mail-decisions.js';
import { NameDomain } from './use-cases/name-domain.js';
import { PollMailbox } from './use-cases/poll-mailbox.js';
import { ReadMail } from './use-cases/read-mail.js';
import { ReceiveMail } from './use-cases/receive-mail.js';
import { SettleMail } from './use-cases/settle-mail.js';
import { TakeMail } from './use-cases/take-mail.js';

const STORE = [KnownDomains, MailFiles, Mailboxes, Mails];
const READS = [FindThreads, GatherFacts, MailLog, MailLogExport];
const DECISIONS = [AddMailToTicket, DecidableMails, DiscardMail, MailDecisions, MakeTicketOfMail, NameDomain];
const TAKING = [ActOnMail, FileAttachments, PollMailbox, ReadMail, ReceiveMail, SettleMail, TakeMail, TakeMailJob, SmtpListener];

/** Mail that comes in: taken, judged, made tickets and replies, and logged. */
@Module({
  imports: [IdentityModule, TicketsModule, IncidentsModule, NotificationsModule],
  controllers: [MailLogController, MailInController, MailDomainsController],
  providers: [...STORE, ...READS, ...DECISIONS, ...TAKING, { provide: MailboxClient, useClass: ImapMailbox }],
})
export class InboundModule {}
