import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { DecideApproval } from '../use-cases/decide-approval.js';
import { DecideRequest } from './requests/decide.request.js';
import { DecidedApprovalResponse } from './responses/decided-approval.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('approvals') });

/** What waits for the actor's decision. */
@ApiTags('approvals')
@Controller('approvals')
@Require('approval.decide')
export class ApprovalsController {
  constructor(private readonly decideApproval: DecideApproval) {}

  /** Says yes, or no with a reason; final. Another's approval answers 404. */
  @Post(':id/decision')
  @HttpCode(201)
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) approvalId: string,
    @Body() { decision, reason }: DecideRequest,
  ): Promise<DecidedApprovalResponse> {
    return this.decideApproval.execute(actor, { approvalId, decision, reason: reason || null });
  }
}
