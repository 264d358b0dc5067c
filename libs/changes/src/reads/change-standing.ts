import { Injectable } from '@nestjs/common';
import { ApprovalBook, type StandingRound } from '#approvals';
import type { Actor, RefResponse } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import type { Change } from '../domain/change.js';
import type { Conflict } from '../domain/conflict.js';
import type { ChangeConflictResponse } from '../http/responses/change.response.js';
import { ChangeConflicts } from './change-conflicts.js';
import { TemplateNames } from './template-names.js';

/** States in which it still matters who else wants the window. */
const PLANNED: ReadonlySet<string> = new Set(['draft', 'assessing', 'awaiting_authorisation', 'scheduled']);

export interface Standing {
  readonly conflicts: ChangeConflictResponse[];
  /** A freeze that nobody has let stand touches the window. */
  readonly newFreezes: boolean;
  readonly rounds: readonly StandingRound[];
  readonly template: RefResponse | null;
}

/** What the calendar, the approvals and the templates know of a change. */
@Injectable()
export class ChangeStanding {
  constructor(
    private readonly database: Database,
    private readonly others: ChangeConflicts,
    private readonly book: ApprovalBook,
    private readonly templates: TemplateNames,
  ) {}

  async of(actor: Actor, change: Change): Promise<Standing> {
    const { templateId, overriddenFreezes } = change.detail;
    const conflicts = await this.conflictsOf(actor, change);
    const frozen = ({ blocking, freeze }: Conflict): boolean => blocking && freeze !== null && !overriddenFreezes.includes(freeze.id);
    return {
      conflicts: conflicts.map(toResponse),
      newFreezes: conflicts.some(frozen),
      rounds: (await this.book.standing(this.database, change.id)).rounds,
      template: templateId === null ? null : await this.templates.of(templateId, actor.locale),
    };
  }

  private async conflictsOf(actor: Actor, { id, state, window }: Change): Promise<readonly Conflict[]> {
    return window !== null && PLANNED.has(state) ? (await this.others.of(actor, id)).conflicts : [];
  }
}

function toResponse({ reason, blocking, change, item, freeze, from, to }: Conflict): ChangeConflictResponse {
  return {
    reason,
    blocking,
    change,
    item: item?.tag ?? null,
    freeze: freeze?.reason ?? null,
    from: formatInstant(from),
    to: formatInstant(to),
  };
}
