import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { etag } from '#platform';
import { ProblemPage } from '../reads/problem-page.js';
import type { ProblemResponse } from './responses/problem.response.js';

/** What a response must be able to do to carry a header. */
export interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Answers each step with the problem as the actor sees it afterwards, its version as ETag. */
@Injectable()
export class ProblemAnswer {
  constructor(private readonly page: ProblemPage) {}

  async send(actor: Actor, key: string, reply: WithHeaders): Promise<ProblemResponse> {
    const problem = await this.page.read(actor, key);
    reply.header('etag', etag(problem.version));
    return problem;
  }
}
