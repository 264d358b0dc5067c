import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { formatInstant, type Instant, notFound } from '#kernel';
import { PageRequest, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { CLIENT_SCOPES } from '../domain/api-client.js';
import { ApiClientReader } from '../reads/api-client-reader.js';
import { KeepApiClients } from '../use-cases/keep-api-clients.js';
import { CurrentActor } from './current-actor.js';
import { IssueTokenRequest, NewApiClientRequest } from './requests/api-client.request.js';
import { ApiClientsResponse, ApiTokenResponse, NewApiClientResponse } from './responses/api-client.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.api-client') });

/** Programs that ask the API for an institution, each by a token of its own. */
@Controller('api-clients')
@Require('api-client.write')
export class ApiClientsController {
  constructor(
    private readonly reader: ApiClientReader,
    private readonly clients: KeepApiClients,
  ) {}

  /** The clients by name, revoked ones too, and what a client may be given. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { cursor, limit }: PageRequest): Promise<ApiClientsResponse> {
    const { items, nextCursor } = await this.reader.list(actor, cursor, limit);
    return {
      items: items.map(({ scopes, expiresAt, lastUsedAt, createdAt, revokedAt, ...client }) => ({
        ...client,
        scopes: [...scopes],
        ...{ expiresAt: written(expiresAt), lastUsedAt: written(lastUsedAt), revokedAt: written(revokedAt) },
        createdAt: formatInstant(createdAt),
      })),
      nextCursor,
      scopes: [...CLIENT_SCOPES],
    };
  }

  /** Adds a client. It may ask once it has been given a token. */
  @Post()
  async add(@CurrentActor() actor: Actor, @Body() body: NewApiClientRequest): Promise<NewApiClientResponse> {
    return { id: await this.clients.add(actor, body) };
  }

  /** A new token in place of the one before; it is answered here and can be read nowhere afterwards. */
  @Put(':id/token')
  async token(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() { days }: IssueTokenRequest): Promise<ApiTokenResponse> {
    const { token, expiresAt } = await this.clients.issueToken(actor, id, days);
    return { token, expiresAt: formatInstant(expiresAt) };
  }

  /** Ends a client for good, at once. */
  @Post(':id/revocation')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.clients.revoke(actor, id);
  }
}

const written = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
