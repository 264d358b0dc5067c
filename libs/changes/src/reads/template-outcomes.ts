import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Instant } from '#kernel';
import { type Queryable, ts } from '#platform';
import { TicketFacts } from '#tickets';
import { CAUSED_CALENDAR, causedWindowEnd } from '../domain/caused-window.js';
import type { ChangeOutcome } from '../domain/change-words.js';
import { type FinishedChange, recordOf, type TemplateRecordOfSuccess } from '../domain/template-record.js';

interface Row {
  readonly templateId: string;
  readonly changeId: string;
  readonly outcome: ChangeOutcome;
  readonly actualTo: Instant;
}

/** How the changes from templates ended. */
@Injectable()
export class TemplateOutcomes {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly calendars: CalendarBook,
  ) {}

  /** What has become of the changes from each of these templates; one without finished changes is not among the answer's keys. */
  async records(on: Queryable, templateIds: readonly string[]): Promise<ReadonlyMap<string, TemplateRecordOfSuccess>> {
    const rows = await on.query<Row>(
      `select template_id as "templateId", ticket_id as "changeId", outcome, actual_to as "actualTo"
       from changes.change where template_id = any($1::uuid[]) and outcome is not null and actual_to is not null`,
      [templateIds],
    );
    const blamed = await this.blamed(on, rows);
    const byTemplate = new Map<string, FinishedChange[]>();
    for (const { templateId, changeId, outcome } of rows) {
      const known = byTemplate.get(templateId) ?? [];
      byTemplate.set(templateId, [...known, { outcome, causedIncident: blamed.has(changeId) }]);
    }
    return new Map([...byTemplate].map(([id, changes]) => [id, recordOf(changes)]));
  }

  /** Outcomes since `since`, the latest first. */
  async since(on: Queryable, templateId: string, since: Instant): Promise<ChangeOutcome[]> {
    const rows = await on.query<Pick<Row, 'outcome'>>(
      `select outcome from changes.change where template_id = $1 and outcome is not null and actual_to > $2 order by actual_to desc, ticket_id
       limit 100`,
      [templateId, ts(since)],
    );
    return rows.map(({ outcome }) => outcome);
  }

  private async blamed(on: Queryable, rows: readonly Row[]): Promise<ReadonlySet<string>> {
    const caused = await this.tickets.causedBy(
      rows.map(({ changeId }) => changeId),
      on,
    );
    if (caused.length === 0) return new Set();
    const calendar = await this.calendars.byCode(CAUSED_CALENDAR, on);
    const changes = new Map(rows.map((row) => [row.changeId, row]));
    const within = caused.filter(({ targetId, linkedAt }) => {
      const change = changes.get(targetId);
      return change && linkedAt < causedWindowEnd(change.actualTo, calendar);
    });
    return new Set(within.map(({ targetId }) => targetId));
  }
}
