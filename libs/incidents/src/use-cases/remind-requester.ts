import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { IncidentStore } from '../store/incident-store.js';
import { WorkingDays } from './working-days.js';

/** Reminds the requester of a question that he has not answered, after two, five and eight working days (DOMAIN 3.1, `no_answer`). */
@Injectable()
export class RemindRequester {
  constructor(
    private readonly incidents: IncidentStore,
    private readonly workingDays: WorkingDays,
  ) {}

  /** False where no answer is awaited any more, or its time has not come. */
  async execute(tx: Tx, ticketId: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    if (!incident) return false;
    const { reminderDueAt, reminderCount, holdSince } = incident.detail;
    if (reminderDueAt === null || reminderDueAt > tx.now) return false;
    incident.remind(tx.now, holdSince && (await this.workingDays.reminderDueAt(holdSince, reminderCount + 1, tx)));
    await this.incidents.save(tx, incident);
    return true;
  }
}
