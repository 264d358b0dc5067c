import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { etag } from '#platform';
import { ChangePage } from '../reads/change-page.js';
import type { ChangeResponse } from './responses/change.response.js';

/** What a response must be able to do to carry a header. */
export interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Answers each step with the change as the actor sees it afterwards, its version as ETag. */
@Injectable()
export class ChangeAnswer {
  constructor(private readonly page: ChangePage) {}

  async send(actor: Actor, key: string, reply: WithHeaders): Promise<ChangeResponse> {
    const change = await this.page.read(actor, key);
    reply.header('etag', etag(change.version));
    return change;
  }
}
