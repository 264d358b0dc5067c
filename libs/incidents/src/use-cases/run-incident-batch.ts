import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { asPart, type ProblemWords, problemWords, Texts } from '#platform';
import type { TicketResponse, TicketTarget } from '#tickets';
import { fieldRefused } from '../domain/incident-errors.js';
import { AssignIncident, type AssignmentInput } from './assign-incident.js';
import { CancelIncident, type CancellationInput } from './cancel-incident.js';
import { type HoldInput, PutOnHold } from './put-on-hold.js';
import { type ResolutionInput, ResolveIncident } from './resolve-incident.js';
import { ResumeIncident } from './resume-incident.js';

/** What can be done with several incidents at once. */
export const BATCH_ACTIONS = ['assign', 'hold', 'resume', 'resolve', 'cancel'] as const;

export type BatchAction = (typeof BATCH_ACTIONS)[number];

export interface BatchedIncident {
  readonly id: string;
  /** The version that the actor saw. */
  readonly version?: number | undefined;
  /** Where this one goes instead of where all go. */
  readonly assignment?: AssignmentInput | undefined;
  /** Accepts this one as it is resolved. */
  readonly accept?: boolean | undefined;
}

export interface IncidentBatch {
  readonly action: BatchAction;
  readonly incidents: readonly BatchedIncident[];
  readonly assignment?: AssignmentInput | undefined;
  readonly hold?: HoldInput | undefined;
  readonly resolution?: ResolutionInput | undefined;
  readonly cancellation?: CancellationInput | undefined;
}

export interface BatchResult {
  readonly id: string;
  readonly ticket: TicketResponse | null;
  readonly refusal: ProblemWords | null;
}

/**
 * Does the same with several incidents, each by the use-case of its own and in its own transaction: what one is refused, the others are
 * not. Sent again with the same Idempotency-Key it does again only what was refused.
 */
@Injectable()
export class RunIncidentBatch {
  constructor(
    private readonly assign: AssignIncident,
    private readonly putOnHold: PutOnHold,
    private readonly resume: ResumeIncident,
    private readonly resolve: ResolveIncident,
    private readonly cancel: CancelIncident,
    private readonly texts: Texts,
  ) {}

  async execute(actor: Actor, batch: IncidentBatch): Promise<BatchResult[]> {
    const results: BatchResult[] = [];
    const once = new Map(batch.incidents.map((incident) => [incident.id, incident]));
    // One after the other: a batch must not take the connections that everybody else needs.
    for (const incident of once.values()) {
      try {
        const ticket = await asPart(incident.id, () => this.one(actor, batch, incident));
        results.push({ id: incident.id, ticket, refusal: null });
      } catch (error) {
        results.push({ id: incident.id, ticket: null, refusal: problemWords(this.texts, actor.locale, error) });
      }
    }
    return results;
  }

  private one(actor: Actor, batch: IncidentBatch, incident: BatchedIncident): Promise<TicketResponse> {
    const target: TicketTarget = { key: incident.id, ifMatch: incident.version === undefined ? undefined : `"${incident.version}"` };
    switch (batch.action) {
      case 'assign':
        return this.assign.execute(actor, target, given(incident.assignment ?? batch.assignment, 'assignment'));
      case 'hold':
        return this.putOnHold.execute(actor, target, given(batch.hold, 'hold'));
      case 'resume':
        return this.resume.execute(actor, target);
      case 'resolve':
        return this.resolve.execute(actor, target, { ...given(batch.resolution, 'resolution'), accept: incident.accept });
      case 'cancel':
        return this.cancel.execute(actor, target, given(batch.cancellation, 'cancellation'));
    }
  }
}

/** What an action needs of the request. Throws `platform.field-is-defined`. */
function given<T>(terms: T | undefined, field: string): T {
  if (terms === undefined) throw fieldRefused('platform.field-is-defined', field);
  return terms;
}
