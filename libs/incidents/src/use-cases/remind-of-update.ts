import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { IncidentStore } from '../store/incident-store.js';

/** Reminds those who work on a P1 to tell how it stands, every half an hour (DOMAIN 4.5). */
@Injectable()
export class RemindOfUpdate {
  constructor(private readonly incidents: IncidentStore) {}

  /** False where none is due any more. */
  async execute(tx: Tx, ticketId: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    const due = incident?.detail.updateDueAt;
    if (!incident || due === null || due === undefined || due > tx.now) return false;
    incident.remindOfUpdate(tx.now);
    await this.incidents.save(tx, incident);
    return true;
  }
}
