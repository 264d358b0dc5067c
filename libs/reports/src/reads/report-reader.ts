import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader, type Contact, IdentityFacts } from '#identity';
import type { Tx } from '#platform';
import type { RegisteredReport } from '../domain/report.js';
import type { DueDelivery } from '../store/report-deliveries.js';
import { ReportStore } from '../store/report-store.js';
import { ReadableReports } from './readable-reports.js';

/** Somebody who gets a report, and where. */
export interface Reader {
  readonly actor: Actor;
  readonly contact: Contact & { readonly email: string };
}

/** To whom a delivery goes, if he may still have it. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly reports: ReportStore,
    private readonly readable: ReadableReports,
    private readonly actors: ActorReader,
    private readonly identity: IdentityFacts,
  ) {}

  async of(tx: Tx, { reportId, personId }: DueDelivery): Promise<{ reader: Reader; report: RegisteredReport } | undefined> {
    const report = await this.reports.byId(tx, reportId);
    const actor = await this.actors.byId(personId, tx);
    const contact = await this.identity.contact(personId, tx);
    if (!report?.published || !actor || !contact?.email || !this.readable.may(actor, report)) return undefined;
    return { report, reader: { actor, contact: { ...contact, email: contact.email } } };
  }
}
