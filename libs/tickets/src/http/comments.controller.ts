import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { Conversation } from '../reads/conversation.js';
import { TicketNames } from '../reads/ticket-names.js';
import { AddComment } from '../use-cases/add-comment.js';
import { AddCommentRequest } from './requests/add-comment.request.js';
import { AddedCommentResponse, CommentsResponse } from './responses/conversation.response.js';

/** What is said on a ticket. */
@Controller('tickets/:id/comments')
@Require('ticket.read')
export class CommentsController {
  constructor(
    private readonly conversation: Conversation,
    private readonly addComment: AddComment,
    private readonly names: TicketNames,
  ) {}

  /** The conversation, oldest first; internal notes for staff alone. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CommentsResponse> {
    return { items: await this.conversation.comments(actor, id) };
  }

  /** A public reply or an internal note. A person's reply to a finished ticket makes a follow-up, named in the answer. */
  @Post()
  async add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() request: AddCommentRequest): Promise<AddedCommentResponse> {
    const { ticketId, commentId, followUp, mayReopen, at, warnings } = await this.addComment.execute(actor, id, request);
    const added = commentId === null ? undefined : await this.conversation.comment(actor, ticketId, commentId);
    const author = { ...(await this.names.find(actor.locale, { people: [actor.id] })).of(actor.id), staff: false };
    const moved = {
      id: followUp?.id ?? commentId ?? '',
      author,
      visibility: request.visibility,
      kind: 'reply' as const,
      body: request.body,
      at,
      attachments: [],
      from: null,
    };
    return { ...(added ?? moved), warnings, followUp, mayReopen };
  }
}
