import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { etag, Require, sendExport } from '#platform';
import type { ItemQuery } from '../domain/item-query.js';
import { ItemCounts } from '../reads/item-counts.js';
import { ItemExport } from '../reads/item-export.js';
import { ItemList } from '../reads/item-list.js';
import { ItemView } from '../reads/item-view.js';
import { ChangeItem } from '../use-cases/change-item.js';
import { RegisterItem } from '../use-cases/register-item.js';
import { CountItemsRequest, ExportItemsRequest, FindItemsRequest } from './requests/find-items.request.js';
import { ChangeItemRequest, RegisterItemRequest } from './requests/item.request.js';
import { ItemCountsResponse } from './responses/item-counts.response.js';
import { ItemPageResponse, ItemResponse } from './responses/item.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The register of configuration items. `id` is an id or a tag. */
@ApiTags('configuration items')
@Controller('configuration-items')
export class ItemsController {
  constructor(
    private readonly list: ItemList,
    private readonly view: ItemView,
    private readonly countsOf: ItemCounts,
    private readonly exports: ItemExport,
    private readonly registerItem: RegisterItem,
    private readonly changeItem: ChangeItem,
  ) {}

  /** A page of the items that the actor reads, by tag. */
  @Get()
  @Require('cmdb.read')
  async find(@CurrentActor() actor: Actor, @Query() request: FindItemsRequest): Promise<ItemPageResponse> {
    return this.list.page(actor, queryOf(actor, request));
  }

  /** How many items there are by class and status, now or on a past day; for managers the figures alone. */
  @Get('counts')
  @Require('cmdb.read')
  async counts(@CurrentActor() actor: Actor, @Query() { on }: CountItemsRequest): Promise<ItemCountsResponse> {
    return this.countsOf.read(actor, on);
  }

  /** The items of a list as a file, which can be taken in again. No formula in it runs. */
  @Get('export')
  @Require('cmdb.read')
  async export(@CurrentActor() actor: Actor, @Query() request: ExportItemsRequest): Promise<StreamableFile> {
    const table = await this.exports.read(actor, queryOf(actor, request));
    return sendExport(request.format, 'configuration-items', [table]);
  }

  /** Takes an item into the register. */
  @Post()
  @Require('cmdb.write')
  async register(
    @CurrentActor() actor: Actor,
    @Body() request: RegisterItemRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ItemResponse> {
    return withEtag(await this.view.read(actor, await this.registerItem.execute(actor, request)), reply);
  }

  @Get(':id')
  @Require('cmdb.read')
  async read(@CurrentActor() actor: Actor, @Param('id') id: string, @Res({ passthrough: true }) reply: WithHeaders): Promise<ItemResponse> {
    return withEtag(await this.view.read(actor, id), reply);
  }

  /** Changes the fields that it names; the status as the lifecycle allows. */
  @Patch(':id')
  @Require('cmdb.read')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { statusReason, ...fields }: ChangeItemRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ItemResponse> {
    const changedId = await this.changeItem.execute(actor, id, { fields, statusReason: statusReason || null }, ifMatch);
    return withEtag(await this.view.read(actor, changedId), reply);
  }
}

function queryOf(actor: Actor, { class: classes = [], status = [], custodianId, sort = 'tag', ...rest }: FindItemsRequest): ItemQuery {
  return { ...rest, classes, statuses: status, custodianId: custodianId === 'me' ? actor.id : custodianId, sort };
}

function withEtag(item: ItemResponse, reply: WithHeaders): ItemResponse {
  reply.header('etag', etag(item.version));
  return item;
}
