import { type Actor, holds, leads, memberOf } from '#identity';
import { type KindAbilities, notAllowed, type TicketRecord, type TicketStanding } from '#tickets';
import { allows, type IncidentEvent, type IncidentState } from './incident-lifecycle.js';

/** What somebody may want to do with an incident. */
export type IncidentAction =
  Exclude<IncidentEvent, 'no_answer' | 'time_out'> | 'categorise' | 'declare_security' | 'record_report' | 'decide_major' | 'communicate';

type Placed = Pick<TicketRecord, 'groupId' | 'assigneeId' | 'state' | 'duplicateOfId'>;

/** "Self, or GL": a member of the group takes what is nobody's or already his; the lead also what is a member's. */
function maySelfAccept(actor: Actor, { groupId, assigneeId }: Placed): boolean {
  return leads(actor, groupId) || (memberOf(actor, groupId) && (assigneeId === null || assigneeId === actor.id));
}

/** May the actor do this to the incident, whatever its state (column "Who" of DOMAIN 3.1)? */
export function permits(actor: Actor, action: IncidentAction, ticket: Placed, standing: TicketStanding): boolean {
  switch (action) {
    case 'accept':
      return standing.works && maySelfAccept(actor, ticket);
    case 'confirm':
      return standing.person && standing.own;
    case 'reopen':
      return standing.works || (standing.person && standing.own);
    case 'cancel':
      return standing.works || (standing.person && standing.own && (ticket.state === 'new' || ticket.state === 'assigned'));
    case 'unmerge':
      return standing.works && holds(actor, 'ticket.unmerge') && leads(actor, ticket.groupId);
    case 'decide_major':
      return standing.works && leads(actor, ticket.groupId);
    default:
      return standing.works;
  }
}

/** What it was about may turn out when it is resolved; figures of what is over stand. */
export function mayStillCategorise(state: IncidentState): boolean {
  return state !== 'closed' && state !== 'cancelled';
}

/** Refuses (403) what the actor may not do to an incident that he may see. */
export function requirePermission(actor: Actor, action: IncidentAction, ticket: Placed, standing: TicketStanding): void {
  if (!permits(actor, action, ticket, standing)) throw notAllowed(action);
}

/** What buttons follow: the lifecycle and the access rules together. */
export function abilitiesOf(actor: Actor, ticket: Placed, standing: TicketStanding): KindAbilities {
  const state = ticket.state as IncidentState;
  const can = (action: Exclude<IncidentEvent, 'no_answer' | 'time_out'>): boolean =>
    allows(state, action) && permits(actor, action, ticket, standing);
  return {
    accept: can('accept'),
    acceptAndResolve: can('accept') && permits(actor, 'resolve', ticket, standing),
    assign: can('assign') || can('reassign'),
    hold: can('hold'),
    resume: can('resume'),
    resolve: can('resolve'),
    confirm: can('confirm'),
    reopen: can('reopen'),
    cancel: can('cancel'),
    unmerge: ticket.duplicateOfId !== null && can('unmerge'),
    changePriority: can('change_priority'),
    changeService: can('change_service'),
    categorise: mayStillCategorise(state) && permits(actor, 'categorise', ticket, standing),
    declareSecurity: state !== 'cancelled' && permits(actor, 'declare_security', ticket, standing),
    decideMajor: allows(state, 'change_priority') && permits(actor, 'decide_major', ticket, standing),
  };
}
