import { Injectable } from '@nestjs/common';
import { Texts, type Tx } from '#platform';
import { ConfirmResolution } from '../use-cases/confirm-resolution.js';
import { RemindOfUpdate } from '../use-cases/remind-of-update.js';
import { RemindRequester } from '../use-cases/remind-requester.js';
import { ResolveIncident } from '../use-cases/resolve-incident.js';
import { ResumeIncident } from '../use-cases/resume-incident.js';

export interface DueStep {
  /** Column of `incidents.incident` that says when. */
  readonly column: 'closes_at' | 'hold_until' | 'reminder_due_at' | 'answer_due_at' | 'update_due_at';
  readonly step: (tx: Tx, ticketId: string) => Promise<boolean>;
}

/** The things that fall due. */
@Injectable()
export class DueSteps {
  constructor(
    private readonly confirm: ConfirmResolution,
    private readonly resume: ResumeIncident,
    private readonly remind: RemindRequester,
    private readonly resolve: ResolveIncident,
    private readonly update: RemindOfUpdate,
    private readonly texts: Texts,
  ) {}

  all(): readonly DueStep[] {
    // Latvian is the language of the installation; nobody in particular reads this text.
    const unanswered = this.texts.say('lv', 'incidents.resolution-text.no_answer');
    return [
      { column: 'closes_at', step: (tx, id) => this.confirm.timeOut(tx, id) },
      { column: 'hold_until', step: (tx, id) => this.resume.onDate(tx, id) },
      { column: 'reminder_due_at', step: (tx, id) => this.remind.execute(tx, id) },
      { column: 'update_due_at', step: (tx, id) => this.update.execute(tx, id) },
      { column: 'answer_due_at', step: (tx, id) => this.resolve.unanswered(tx, id, unanswered) },
    ];
  }
}
