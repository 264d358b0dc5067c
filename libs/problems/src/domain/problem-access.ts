import { type Actor, holds, leads } from '#identity';
import { arrow } from '#kernel';
import { notAllowed, type TicketRecord, type TicketStanding } from '#tickets';
import { OPEN_PROBLEM_STATES, type ProblemActor, type ProblemEvent, problemLifecycle, type ProblemState } from './problem-lifecycle.js';

type Placed = Pick<TicketRecord, 'groupId' | 'state' | 'assigneeId'>;

/** What somebody may want to do with a problem: the lifecycle's events, and what moves no state. */
export type ProblemAction = Exclude<ProblemEvent, 'change_failed' | 'recur'> | 'edit' | 'assign' | 'link_incident' | 'accept_risk';

/** Problems are the Centre's own work: staff reads them, and the agent who opened one for another group. */
export function reads(actor: Actor, { restricted }: Pick<TicketRecord, 'restricted'>, { staff, own }: TicketStanding): boolean {
  return staff || (own && !restricted && holds(actor, 'problem.work'));
}

/** The column "Who" of DOMAIN 3.3: an agent of its group, the group's lead. */
export function isActor(actor: Actor, who: ProblemActor, ticket: Placed, { works }: TicketStanding): boolean {
  switch (who) {
    case 'AG':
      return works && holds(actor, 'problem.work');
    case 'GL':
      return works && holds(actor, 'problem.lead') && leads(actor, ticket.groupId);
    default:
      return false;
  }
}

/** May the actor do this, whatever the state? */
export function permits(actor: Actor, action: ProblemAction, ticket: Placed, standing: TicketStanding): boolean {
  if (action === 'accept_risk') return standing.staff && holds(actor, 'problem.accept-risk');
  if (action === 'edit' || action === 'assign' || action === 'link_incident') return isActor(actor, 'AG', ticket, standing);
  const who = Object.values(problemLifecycle.transitions)
    .flat()
    .find(({ event }) => event === action)!.actors;
  return who.some((one) => isActor(actor, one, ticket, standing));
}

/** Refuses (403) what the actor may not do to a problem that he may see. */
export function requirePermission(actor: Actor, action: ProblemAction, ticket: Placed, standing: TicketStanding): void {
  if (!permits(actor, action, ticket, standing)) throw notAllowed(action);
}

export interface ProblemAbilities {
  readonly edit: boolean;
  readonly assign: boolean;
  readonly linkIncident: boolean;
  readonly investigate: boolean;
  readonly identify: boolean;
  readonly raiseChange: boolean;
  readonly acceptRisk: boolean;
  readonly resolve: boolean;
  readonly verify: boolean;
  readonly dismiss: boolean;
}

/** What buttons follow: the lifecycle and the access rules together. */
export function abilitiesOf(actor: Actor, ticket: Placed, standing: TicketStanding): ProblemAbilities {
  const state = ticket.state as ProblemState;
  const may = (action: ProblemAction): boolean => permits(actor, action, ticket, standing);
  const can = (event: Exclude<ProblemEvent, 'change_failed' | 'recur'>): boolean =>
    arrow(problemLifecycle, state, event) !== undefined && may(event);
  const open = OPEN_PROBLEM_STATES.includes(state);
  return {
    edit: open && may('edit'),
    assign: open && may('assign'),
    linkIncident: open && may('link_incident'),
    investigate: can('investigate'),
    identify: can('identify'),
    raiseChange: (can('raise_change') || (state === 'fix_in_progress' && may('raise_change'))) && holds(actor, 'change.draft'),
    acceptRisk: arrow(problemLifecycle, state, 'resolve') !== undefined && may('accept_risk') && ticket.assigneeId !== actor.id,
    resolve: can('resolve'),
    verify: can('verify'),
    dismiss: can('dismiss'),
  };
}
