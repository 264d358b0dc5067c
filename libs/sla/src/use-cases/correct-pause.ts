import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Actor } from '#identity';
import { DomainError, instant, type Instant } from '#kernel';
import { isStatutory } from '../domain/follow-law.js';
import { freezeOfMonth } from '../domain/month-freeze.js';
import { ClockDecision, type ClockTarget } from './clock-decision.js';

/** The calendar of "working day" (DOMAIN 4.2). */
const WORKING_DAYS = 'lv-8x5';

export interface PauseCorrection {
  /** When the pause began, as it stands; null for one that was forgotten. */
  readonly replaces: Instant | null;
  readonly from: Instant;
  /** Null for a pause that lasts. */
  readonly to: Instant | null;
  /** The hold's reason, for one that was forgotten. */
  readonly hold: string;
  readonly reason: string;
}

/** A group lead corrects when a clock stood still, with a reason, while the month is open (DOMAIN 4.3(3)). */
@Injectable()
export class CorrectPause {
  constructor(
    private readonly decision: ClockDecision,
    private readonly calendars: CalendarBook,
  ) {}

  /** Throws `sla.month-frozen`, `sla.pause-unknown`, `sla.pause-impossible`, `sla.not-to-correct`. */
  async execute(actor: Actor, target: ClockTarget, { replaces, from, to, hold, reason }: PauseCorrection): Promise<void> {
    const calendar = await this.calendars.byCode(WORKING_DAYS);
    await this.decision.run(actor, target, 'lead', async (scene) => {
      const { clock, set } = scene;
      const pausing = clock.kind !== 'response' && !isStatutory(clock.kind) && clock.state.state !== 'cancelled';
      if (!pausing || (replaces === null && !clock.pauseReasons.includes(hold)))
        throw new DomainError('sla.not-to-correct', {}, 'conflict');
      const earliest = instant(Math.min(from, replaces ?? from));
      if (freezeOfMonth(earliest, calendar) < set.at) throw new DomainError('sla.month-frozen', {}, 'conflict');
      await this.decision.step(scene, { type: 'pause_corrected', at: set.at, replaces, from, to, hold, reason, actorId: actor.id });
    });
  }
}
