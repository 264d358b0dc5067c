import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { formatInstant } from '#kernel';
import { Require } from '#platform';
import { TicketNames } from '#tickets';
import type { Draft } from '../domain/draft.js';
import { TicketReplier } from '../reads/ticket-replier.js';
import { Drafts } from '../store/drafts.js';
import { Presences } from '../store/presences.js';
import { SaveDraft } from '../use-cases/save-draft.js';
import { ShowPresence } from '../use-cases/show-presence.js';
import { DiscardDraftRequest, DraftRequest, PresenceRequest } from './requests/composer.request.js';
import { DraftResponse, DraftsResponse, PresenceResponse } from './responses/composer.response.js';

const NAMED = { name: 'id', type: String, description: 'Id or number of the ticket.' };

/** What somebody types on a ticket, and who else does. */
@ApiTags('composer')
@Controller('tickets/:id')
export class ComposerController {
  constructor(
    private readonly replier: TicketReplier,
    private readonly drafts: Drafts,
    private readonly saveDraft: SaveDraft,
    private readonly presences: Presences,
    private readonly showPresence: ShowPresence,
    private readonly names: TicketNames,
  ) {}

  /** One's own drafts of a reply and of a note. */
  @Get('draft')
  @Require('ticket.read')
  @ApiParam(NAMED)
  async readDrafts(@CurrentActor() actor: Actor, @Param('id') key: string): Promise<DraftsResponse> {
    const { id } = await this.replier.requireReader(actor, key);
    const found = await this.drafts.of(actor.id, id);
    const of = (kind: Draft['kind']): DraftResponse | null => written(found.find((draft) => draft.kind === kind));
    return { reply: of('reply'), note: of('note') };
  }

  /** Keeps what is typed, on the revision that was seen last; 409 where another device has written since. */
  @Put('draft')
  @Require('ticket.read')
  @ApiParam(NAMED)
  async putDraft(@CurrentActor() actor: Actor, @Param('id') key: string, @Body() request: DraftRequest): Promise<DraftResponse> {
    const { kind, body, afterCommentId = null, revision = null } = request;
    return written(await this.saveDraft.execute(actor, key, { kind, body, afterCommentId, revision }));
  }

  /** Throws the draft away that was seen last. */
  @Delete('draft')
  @HttpCode(204)
  @Require('ticket.read')
  @ApiParam(NAMED)
  async deleteDraft(@CurrentActor() actor: Actor, @Param('id') key: string, @Query() request: DiscardDraftRequest): Promise<void> {
    await this.saveDraft.discard(actor, key, request.kind, request.revision);
  }

  /** Colleagues who are typing at this moment. */
  @Get('presence')
  @Require('ticket.desk')
  @ApiParam(NAMED)
  async presence(@CurrentActor() actor: Actor, @Param('id') key: string): Promise<PresenceResponse> {
    const { id } = await this.replier.requireStaff(actor, key);
    const present = await this.presences.on(id, actor.id);
    const names = await this.names.find(actor.locale, { people: present.map(({ userId }) => userId) });
    const items = present.map(({ userId, kind, since, until }) => ({
      ...{ person: { ...names.of(userId) }, kind, since: formatInstant(since), until: formatInstant(until) },
    }));
    return { items };
  }

  /** Says that one is typing; said again every ten seconds while that is so. */
  @Put('presence')
  @HttpCode(204)
  @Require('ticket.desk')
  @ApiParam(NAMED)
  async arrive(@CurrentActor() actor: Actor, @Param('id') key: string, @Body() { kind }: PresenceRequest): Promise<void> {
    await this.showPresence.execute(actor, key, kind);
  }

  @Delete('presence')
  @HttpCode(204)
  @Require('ticket.desk')
  @ApiParam(NAMED)
  async leave(@CurrentActor() actor: Actor, @Param('id') key: string): Promise<void> {
    await this.showPresence.leave(actor, key);
  }
}

function written(draft: Draft): DraftResponse;
function written(draft: Draft | undefined): DraftResponse | null;
function written(draft: Draft | undefined): DraftResponse | null {
  if (!draft) return null;
  const { kind, body, afterCommentId, revision, savedAt } = draft;
  return { kind, body, afterCommentId, revision, savedAt: formatInstant(savedAt) };
}
