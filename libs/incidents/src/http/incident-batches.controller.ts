import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { instantField, Require, UnitOfWork } from '#platform';
import { RunIncidentBatch } from '../use-cases/run-incident-batch.js';
import { IncidentBatchRequest } from './requests/incident-batch.request.js';
import { IncidentBatchResponse } from './responses/incident-batch.response.js';

/** One action for several incidents; the answer tells of each what became of it. */
@Controller('incidents/batches')
export class IncidentBatchesController {
  constructor(
    private readonly runBatch: RunIncidentBatch,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Each incident in a transaction of its own, with the rights and the guards of the single route. */
  @Post()
  @HttpCode(200)
  @Require('ticket.work')
  async run(@CurrentActor() actor: Actor, @Body() request: IncidentBatchRequest): Promise<IncidentBatchResponse> {
    const hold = request.hold && { ...request.hold, until: instantField(request.hold.until, 'hold/until') };
    // The key of the whole request, which refuses another body under it; the incidents have keys of their own.
    await this.unitOfWork.run(() => Promise.resolve(null));
    const items = await this.runBatch.execute(actor, { ...request, hold });
    const done = items.filter(({ ticket }) => ticket !== null).length;
    return { done, refused: items.length - done, items: items.map(({ id, ticket, refusal }) => ({ id, ticket, refusal: brief(refusal) })) };
  }
}

const brief = (refusal: { status: number; code: string; detail: string } | null): IncidentBatchResponse['items'][number]['refusal'] =>
  refusal && { status: refusal.status, code: refusal.code, detail: refusal.detail };
