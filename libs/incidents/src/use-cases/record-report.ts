import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { TicketResponse, TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { SecurityReport } from '../domain/incident-words.js';
import { toTheSecond } from '../domain/urgent-incident.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';

/** Keeps when a report that the law asks was sent; its clock stops with it. */
@Injectable()
export class RecordReport {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
  ) {}

  async execute(actor: Actor, target: TicketTarget, report: SecurityReport, sentAt: Instant): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'record_report', incident.ticket, standing);
      incident.reportSent({ by: actor.id, at: tx.now }, report, toTheSecond(sentAt));
      return this.incidents.save(tx, incident);
    });
  }
}
