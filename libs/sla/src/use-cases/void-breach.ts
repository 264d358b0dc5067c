import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, type DomainEvent } from '#kernel';
import { refOf } from '../domain/clock-events.js';
import { settle } from '../domain/fold-clock.js';
import { isStatutory } from '../domain/follow-law.js';
import type { TrackedClock } from '../domain/tracked-clock.js';
import { PolicyBook } from '../reads/policy-book.js';
import { addVoidRequest, decideVoidRequest, openVoidRequest, type VoidRequest } from '../store/void-requests.js';
import { ClockDecision, type ClockTarget, type DecisionScene } from './clock-decision.js';

/** The only reason for which a breach is voided (DOMAIN 4.3(8)). */
const WRONG_REGISTRATION = 'wrong_registration';

export interface VoidInput {
  /** What was registered wrongly. */
  readonly note: string;
  /** The priority that it should have been registered with; null where the ticket has the right one by now. */
  readonly priority: number | null;
}

/** One person asks that a breach be voided because the ticket was registered wrongly; a group lead who is another person decides. */
@Injectable()
export class VoidBreach {
  constructor(
    private readonly decision: ClockDecision,
    private readonly policies: PolicyBook,
  ) {}

  /** Throws `sla.not-to-void`, `sla.void-requested-already`. */
  async request(actor: Actor, target: ClockTarget, { note, priority }: VoidInput): Promise<void> {
    await this.decision.run(actor, target, 'agent', async ({ tx, clock, set }) => {
      if (settle(clock.state, set.at).outcome !== 'breached' || isStatutory(clock.kind))
        throw new DomainError('sla.not-to-void', {}, 'conflict');
      await addVoidRequest(tx, { clockId: clock.id, requestedBy: actor.id, note, priority });
      await tx.append(event('sla.void-requested', clock, actor, { note }));
    });
  }

  /** Throws `sla.void-not-requested`, `sla.void-needs-second-person`, `sla.void-changes-nothing`. */
  async confirm(actor: Actor, target: ClockTarget): Promise<void> {
    await this.decision.run(actor, target, 'lead', async (scene) => {
      const request = await requested(scene);
      if (request.requestedBy === actor.id) throw new DomainError('sla.void-needs-second-person', {}, 'conflict');
      const { calendarId, seconds } = await this.rightTarget(scene, request);
      await decideVoidRequest(scene.tx, request.id, 'confirmed', actor.id);
      const step = { type: 'breach_voided', at: scene.set.at, target: { calendarId, seconds }, requestedBy: request.requestedBy } as const;
      await this.decision.step(scene, { ...step, reason: WRONG_REGISTRATION, actorId: actor.id }, [calendarId]);
    });
  }

  /** The breach stays. Throws `sla.void-not-requested`. */
  async refuse(actor: Actor, target: ClockTarget): Promise<void> {
    await this.decision.run(actor, target, 'lead', async (scene) => {
      const request = await requested(scene);
      await decideVoidRequest(scene.tx, request.id, 'refused', actor.id);
      await scene.tx.append(event('sla.void-refused', scene.clock, actor, { requestedBy: request.requestedBy }));
    });
  }

  /** What should have been promised: what the policy says of the right priority, or what the clock's target has become. */
  private async rightTarget({ tx, clock }: DecisionScene, { priority }: VoidRequest): Promise<{ calendarId: string; seconds: number }> {
    if (priority === null) return clock.state.target;
    const targets = await this.policies.targetsFor(tx, { ...clock.facts, priority });
    return targets.find(({ kind }) => kind === clock.kind) ?? clock.state.target;
  }
}

async function requested({ tx, clock }: DecisionScene): Promise<VoidRequest> {
  const request = await openVoidRequest(tx, clock.id);
  if (!request) throw new DomainError('sla.void-not-requested', {}, 'conflict');
  return request;
}

function event(type: string, clock: TrackedClock, actor: Actor, facts: Readonly<Record<string, string>>): DomainEvent {
  const { ticketId, ...ref } = refOf(clock);
  const payload = { ...ref, reason: WRONG_REGISTRATION, ...facts };
  return { type, version: 1, subject: { type: 'ticket', id: ticketId }, actorId: actor.id, payload };
}
