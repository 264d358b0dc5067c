import { Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { RELATION_KINDS, type RelationKind } from '../domain/relation.js';
import { ItemHistory } from '../reads/item-history.js';
import { ItemView } from '../reads/item-view.js';
import { RelateItems } from '../use-cases/relate-items.js';
import { ServeWithItem } from '../use-cases/serve-with-item.js';
import { RelateItemsRequest } from './requests/item.request.js';
import { ItemHistoryResponse, ItemRelationsResponse, ItemResponse } from './responses/item.response.js';

const KINDS = Object.fromEntries(RELATION_KINDS.map((kind) => [kind, kind]));
const kindOf = new ParseEnumPipe(KINDS, { exceptionFactory: () => notFound('assets.relation') });
const other = new ParseUUIDPipe({ exceptionFactory: () => notFound('assets.relation') });
const service = new ParseUUIDPipe({ exceptionFactory: () => notFound('assets.service') });

/** How an item hangs together with others and with services, and what happened to it. */
@ApiTags('configuration items')
@Controller('configuration-items/:id')
@Require('cmdb.read')
export class ItemRelationsController {
  constructor(
    private readonly view: ItemView,
    private readonly historyOf: ItemHistory,
    private readonly relateItems: RelateItems,
    private readonly serve: ServeWithItem,
  ) {}

  /** What happened to it, oldest first, in the reader's language. */
  @Get('history')
  async history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ItemHistoryResponse> {
    return { items: await this.historyOf.read(actor, id) };
  }

  @Get('relations')
  async relations(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ItemRelationsResponse> {
    return { items: await this.view.relations(actor, id) };
  }

  /** Says that this item runs on, depends on, is part of or is connected to another. */
  @Post('relations')
  async relate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { kind, target }: RelateItemsRequest,
  ): Promise<ItemRelationsResponse> {
    return { items: await this.view.relations(actor, await this.relateItems.add(actor, id, kind, target)) };
  }

  @Delete('relations/:kind/:targetId')
  @HttpCode(204)
  async unrelate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('kind', kindOf) kind: RelationKind,
    @Param('targetId', other) targetId: string,
  ): Promise<void> {
    await this.relateItems.remove(actor, id, kind, targetId);
  }

  /** Says that a service stands on it. */
  @Put('services/:serviceId')
  async addService(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('serviceId', service) serviceId: string,
  ): Promise<ItemResponse> {
    return this.view.read(actor, await this.serve.execute(actor, id, serviceId, true));
  }

  @Delete('services/:serviceId')
  @HttpCode(204)
  async removeService(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('serviceId', service) serviceId: string,
  ): Promise<void> {
    await this.serve.execute(actor, id, serviceId, false);
  }
}
