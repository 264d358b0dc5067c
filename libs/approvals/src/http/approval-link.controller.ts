import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#platform';
import { ApprovalLinkPages } from '../reads/approval-link-page.js';
import { DecideByLink } from '../use-cases/decide-by-link.js';
import { DecideRequest } from './requests/decide.request.js';
import { ApprovalLinkResponse } from './responses/approval-link.response.js';
import { DecidedApprovalResponse } from './responses/decided-approval.response.js';

@ApiTags('approvals')
@Controller('approval-links/:token')
export class ApprovalLinkController {
  constructor(
    private readonly pages: ApprovalLinkPages,
    private readonly decideByLink: DecideByLink,
  ) {}

  /** What the page behind a link of a mail shows. Decides nothing. */
  @Get()
  @Public()
  async read(@Param('token') token: string): Promise<ApprovalLinkResponse> {
    return ApprovalLinkResponse.from(await this.pages.read(token));
  }

  /** Decides in the name of whom the mail was written to, and spends the link. */
  @Post()
  @HttpCode(201)
  @Public()
  async decide(@Param('token') token: string, @Body() { decision, reason }: DecideRequest): Promise<DecidedApprovalResponse> {
    return this.decideByLink.execute({ token, decision, reason: reason || null });
  }
}
