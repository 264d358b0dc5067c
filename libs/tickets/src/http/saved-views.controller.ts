import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import type { ViewTerms } from '../domain/saved-view.js';
import { SavedViewList } from '../reads/saved-view-list.js';
import { ChangeSavedView } from '../use-cases/change-saved-view.js';
import { CreateSavedView } from '../use-cases/create-saved-view.js';
import { DeleteSavedView } from '../use-cases/delete-saved-view.js';
import { OrderSavedViews } from '../use-cases/order-saved-views.js';
import { OrderSavedViewsRequest, SavedViewRequest } from './requests/saved-view.request.js';
import { SavedViewCountsResponse, SavedViewIdResponse, SavedViewsResponse } from './responses/saved-view.response.js';

const termsOf = ({ name, filters, sort = undefined, columns = [], groupId = undefined }: SavedViewRequest): ViewTerms => ({
  ...{ name, filters, columns },
  sort: sort ?? null,
  groupId: groupId ?? null,
});

/** An id that is none names no view. */
const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('tickets.saved-view') });

/** What the desk's people filter by again and again, under names of their own. */
@Controller('saved-views')
@Require('ticket.desk')
export class SavedViewsController {
  constructor(
    private readonly list: SavedViewList,
    private readonly createView: CreateSavedView,
    private readonly changeView: ChangeSavedView,
    private readonly deleteView: DeleteSavedView,
    private readonly orderViews: OrderSavedViews,
  ) {}

  /** One's own views in one's own order, then those that one's groups share. */
  @Get()
  async read(@CurrentActor() actor: Actor): Promise<SavedViewsResponse> {
    return { items: await this.list.read(actor) };
  }

  /** How many tickets they hold, counted within bounds; at most the first 24 views. */
  @Get('counts')
  async counts(@CurrentActor() actor: Actor): Promise<SavedViewCountsResponse> {
    return { items: await this.list.counts(actor) };
  }

  @Post()
  async create(@CurrentActor() actor: Actor, @Body() request: SavedViewRequest): Promise<SavedViewIdResponse> {
    return { id: await this.createView.execute(actor, termsOf(request)) };
  }

  /** The order of one's own views. */
  @Put('order')
  @HttpCode(204)
  async order(@CurrentActor() actor: Actor, @Body() { ids }: OrderSavedViewsRequest): Promise<void> {
    await this.orderViews.execute(actor, ids);
  }

  /** For its owner, and for the lead of the group that it is shared with. */
  @Put(':id')
  @HttpCode(204)
  async change(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() request: SavedViewRequest): Promise<void> {
    await this.changeView.execute(actor, id, termsOf(request));
  }

  @Delete(':id')
  @HttpCode(204)
  async delete(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.deleteView.execute(actor, id);
  }
}
