import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { CampaignComments } from '../reads/campaign-comments.js';
import { RedactComment } from '../use-cases/redact-comment.js';
import { RedactionRequest } from './requests/result.request.js';
import { RedactedCommentsResponse } from './responses/result.response.js';
import { writeComment } from './write-result.js';

const campaignId = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.campaign') });
const commentId = new ParseUUIDPipe({ exceptionFactory: () => notFound('surveys.comment') });

/** Comments in the hands of the two people who redact them: the survey owner and a manager. */
@ApiTags('surveys')
@Controller('campaigns/:id/comments')
@Require('survey.run', 'survey.agree')
export class CommentsController {
  constructor(
    private readonly comments: CampaignComments,
    private readonly redactComment: RedactComment,
  ) {}

  /** The originals, with what in them may name a person, and how far each has come. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Param('id', campaignId) id: string): Promise<RedactedCommentsResponse> {
    return { items: (await this.comments.forRedaction(actor, id)).map(writeComment) };
  }

  /** Says how a comment may be read, or that it is not to be read; another person confirms it. */
  @Put(':commentId')
  @HttpCode(200)
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', campaignId) id: string,
    @Param('commentId', commentId) comment: string,
    @Body() { text, hidden }: RedactionRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<RedactedCommentsResponse> {
    await this.redactComment.propose(actor, id, comment, hidden ? null : (text ?? null), ifMatch);
    return this.list(actor, id);
  }

  /** Confirms what another person proposed. */
  @Post(':commentId/confirmation')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', campaignId) id: string,
    @Param('commentId', commentId) comment: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<RedactedCommentsResponse> {
    await this.redactComment.confirm(actor, id, comment, ifMatch);
    return this.list(actor, id);
  }
}
