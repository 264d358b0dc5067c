import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { ApprovalExport } from '../reads/approval-export.js';
import { ApprovalInbox } from '../reads/approval-inbox.js';
import { Delegates } from '../reads/delegates.js';
import { DecideApproval } from '../use-cases/decide-approval.js';
import { DelegateApproval } from '../use-cases/delegate-approval.js';
import { DecideRequest } from './requests/decide.request.js';
import { DelegateRequest } from './requests/delegate.request.js';
import { ExportApprovalsRequest, InboxRequest } from './requests/inbox.request.js';
import { ApprovalCardResponse, ApprovalInboxResponse, DelegatesResponse } from './responses/approval-card.response.js';
import { DecidedApprovalResponse } from './responses/decided-approval.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('approvals') });

/** What waits for the actor's decision. To others his approvals are not there. */
@ApiTags('approvals')
@Controller('approvals')
@Require('approval.decide')
export class ApprovalsController {
  constructor(
    private readonly inbox: ApprovalInbox,
    private readonly exports: ApprovalExport,
    private readonly delegates: Delegates,
    private readonly decideApproval: DecideApproval,
    private readonly delegateApproval: DelegateApproval,
  ) {}

  /** The actor's approvals with enough to decide them: open ones by what is due first, ended ones latest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { state, cursor, limit }: InboxRequest): Promise<ApprovalInboxResponse> {
    const [page, counts] = await Promise.all([this.inbox.page(actor, state, cursor, limit), this.inbox.counts(actor)]);
    const items = page.items.map((card) => ApprovalCardResponse.from(card, actor.locale));
    return { items, nextCursor: page.nextCursor, counts };
  }

  /** The same list as a file; one that cannot hold all of it says so in its last row. No formula in it runs. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() { state, format }: ExportApprovalsRequest): Promise<StreamableFile> {
    return this.exports.file(actor, state, format);
  }

  @Get(':id')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ApprovalCardResponse> {
    return ApprovalCardResponse.from(await this.inbox.one(actor, id), actor.locale);
  }

  /** Says yes, or no with a reason; final. */
  @Post(':id/decision')
  @HttpCode(201)
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) approvalId: string,
    @Body() { decision, reason }: DecideRequest,
  ): Promise<DecidedApprovalResponse> {
    return this.decideApproval.execute(actor, { approvalId, decision, reason: reason || null });
  }

  /** People to whom the actor may pass this approval on. */
  @Get(':id/delegates')
  async mayTakeOver(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<DelegatesResponse> {
    return { items: await this.delegates.named(await this.inbox.one(actor, id)) };
  }

  /** Passes the approval on; from then on it is the other's, whose word counts in the same place. */
  @Post(':id/delegation')
  @HttpCode(201)
  async delegate(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) approvalId: string,
    @Body() { toId, reason }: DelegateRequest,
  ): Promise<DecidedApprovalResponse> {
    return this.delegateApproval.execute(actor, { approvalId, toId, reason });
  }
}
