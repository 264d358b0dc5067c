import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { ClockDecision, type ClockTarget } from './clock-decision.js';

/** A group lead other than the actor confirms a relaxation: the stricter promises before it no longer bind (DOMAIN 4.3(7a)). */
@Injectable()
export class ConfirmRelaxation {
  constructor(private readonly decision: ClockDecision) {}

  /** Throws `sla.not-to-confirm` where the latest change relaxes nothing, is his own, was asked for or is confirmed. */
  async execute(actor: Actor, target: ClockTarget): Promise<void> {
    await this.decision.run(actor, target, 'lead', (scene) =>
      this.decision.step(scene, { type: 'relaxation_confirmed', at: scene.set.at, reason: 'second_person', actorId: actor.id }),
    );
  }
}
