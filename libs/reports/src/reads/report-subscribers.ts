import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import type { ReportSubscribersResponse } from '../http/responses/report.response.js';
import { Subscriptions } from '../store/subscriptions.js';
import { ReadableReports } from './readable-reports.js';

/** Who gets a report. */
@Injectable()
export class ReportSubscribers {
  constructor(
    private readonly database: Database,
    private readonly readable: ReadableReports,
    private readonly subscriptions: Subscriptions,
    private readonly identity: IdentityFacts,
  ) {}

  /** By name. */
  async of(actor: Actor, code: string): Promise<ReportSubscribersResponse> {
    const { id } = await this.readable.one(actor, code);
    const found = await this.subscriptions.of(this.database, id);
    const names = await this.identity.names(found.map(({ personId }) => personId));
    return {
      items: found
        .map(({ personId, form, since }) => ({
          person: { id: personId, name: names.get(personId) ?? '' },
          form,
          since: formatInstant(since),
        }))
        .sort((a, b) => a.person.name.localeCompare(b.person.name, actor.locale)),
    };
  }
}
