import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdentityFacts } from '#identity';
import { formatInstant } from '#kernel';
import { ReplyAddresses } from '#notifications';
import { Require, Settings } from '#platform';
import { requireLog } from '../domain/mail-access.js';
import { MailLog } from '../reads/mail-log.js';
import { KnownDomains } from '../store/known-domains.js';
import { Mailboxes } from '../store/mailboxes.js';
import { NameDomain } from '../use-cases/name-domain.js';
import { KnownDomainRequest } from './requests/mail-log.request.js';
import { KnownDomainsResponse, MailInResponse } from './responses/mail-log.response.js';

/** By which ways mail comes in. */
@ApiTags('mail-log')
@Controller('mail-in')
@Require('mail-log.read', 'ticket.work')
export class MailInController {
  constructor(
    private readonly settings: Settings,
    private readonly replies: ReplyAddresses,
    private readonly mailboxes: Mailboxes,
    private readonly log: MailLog,
  ) {}

  @Get()
  async read(@CurrentActor() actor: Actor): Promise<MailInResponse> {
    requireLog(actor);
    const { imapUrl, smtpListen, secret, mailAuthserv, mailUnknown, mailUnproven } = this.settings;
    const mailboxes = await this.mailboxes.all();
    return {
      address: this.replies.desk,
      ...{ imap: imapUrl !== undefined, smtp: smtpListen !== undefined, signed: secret !== undefined, proved: mailAuthserv !== undefined },
      ...{ unknown: mailUnknown, unproven: mailUnproven, waiting: await this.log.waiting() },
      mailboxes: mailboxes.map(({ mailbox, checkedAt, takenAt, lastError }) => ({
        ...{ mailbox, lastError, checkedAt: formatInstant(checkedAt) },
        takenAt: takenAt === null ? null : formatInstant(takenAt),
      })),
    };
  }
}

/** Domains of mail addresses whose people belong to an institution. */
@ApiTags('mail-log')
@Controller('mail-domains')
@Require('admin.settings')
export class MailDomainsController {
  constructor(
    private readonly domains: KnownDomains,
    private readonly nameDomain: NameDomain,
    private readonly identity: IdentityFacts,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor): Promise<KnownDomainsResponse> {
    const all = await this.domains.all();
    const names = await this.identity.institutionNames(
      all.map(({ institutionId }) => institutionId),
      actor.locale,
    );
    return { items: all.map(({ domain, institutionId }) => ({ domain, institutionId, institution: names.get(institutionId) ?? '' })) };
  }

  /** Whoever writes from this domain, and is proved to, belongs to the institution. */
  @Put(':domain')
  @HttpCode(204)
  async set(@CurrentActor() actor: Actor, @Param('domain') domain: string, @Body() { institutionId }: KnownDomainRequest): Promise<void> {
    await this.nameDomain.set(actor, domain, institutionId);
  }

  @Delete(':domain')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('domain') domain: string): Promise<void> {
    await this.nameDomain.remove(actor, domain);
  }
}
