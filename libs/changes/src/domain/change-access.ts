import { type Actor, holds, scopeOf } from '#identity';
import { notAllowed, type TicketRecord, type TicketStanding } from '#tickets';
import { changeArrow, type ChangeActor, changeLifecycle, type ChangeEvent, type ChangeState } from './change-lifecycle.js';
import type { ChangeKind } from './change-words.js';

type Placed = Pick<TicketRecord, 'state' | 'requesterId' | 'createdById'>;

/** Everything that somebody may want to do with a change: the lifecycle's events, and what moves no state. */
export type ChangeAction =
  | Exclude<ChangeEvent, 'authorise' | 'reject'>
  | 'edit'
  | 'score_risk'
  | 'record_consent'
  | 'review'
  | 'ask_concurrence'
  | 'override'
  | 'clone';

/** The columns "Who" of DOMAIN 3.4. An agent prepares what he drafted himself and what is his group's; he carries out his group's. */
export function isActor(actor: Actor, who: ChangeActor, ticket: Placed, standing: TicketStanding, event?: ChangeEvent): boolean {
  switch (who) {
    case 'RQ':
      return standing.person && standing.own;
    case 'AG': {
      const carriesOut = event === 'start' || event === 'finish';
      return standing.works || (!carriesOut && drafted(actor, ticket));
    }
    case 'CM':
      return holds(actor, 'change.manage');
    default:
      return false;
  }
}

/** The actor wrote it, and may write changes for others. */
function drafted(actor: Actor, ticket: Placed): boolean {
  return scopeOf(actor, 'change.draft').all && (ticket.createdById === actor.id || ticket.requesterId === actor.id);
}

const BY_MANAGER: ReadonlySet<ChangeAction> = new Set<ChangeAction>(['record_consent', 'review', 'override']);

/** May the actor do this, whatever the state? */
export function permits(actor: Actor, kind: ChangeKind, action: ChangeAction, ticket: Placed, standing: TicketStanding): boolean {
  const prepares = isActor(actor, 'AG', ticket, standing) || isActor(actor, 'CM', ticket, standing);
  if (BY_MANAGER.has(action)) return isActor(actor, 'CM', ticket, standing) || (action === 'review' && standing.works);
  if (action === 'edit') return prepares || (ticket.state === 'draft' && isActor(actor, 'RQ', ticket, standing));
  if (action === 'score_risk' || action === 'ask_concurrence' || action === 'clone') return prepares;
  return actorsOf(kind, action).some((who) => isActor(actor, who, ticket, standing, action as ChangeEvent));
}

/** All who take the event from any state of this kind; where no arrow of the kind has it, of any kind, so that the lifecycle refuses (409). */
function actorsOf(kind: ChangeKind, event: string): readonly ChangeActor[] {
  const arrows = Object.values(changeLifecycle.transitions).flat();
  const named = arrows.filter((arrow) => arrow.event === event);
  const own = named.filter((arrow) => arrow.kinds.includes(kind));
  return [...new Set((own.length > 0 ? own : named).flatMap((arrow) => arrow.actors))];
}

/** Refuses (403) what the actor may not do to a change that he may see. */
export function requirePermission(actor: Actor, kind: ChangeKind, action: ChangeAction, ticket: Placed, standing: TicketStanding): void {
  if (!permits(actor, kind, action, ticket, standing)) throw notAllowed(action);
}

/** Does the actor read the whole document, or only what its requester is told? */
export function readsInFull(actor: Actor, standing: TicketStanding): boolean {
  return standing.staff || holds(actor, 'change.read');
}

/** States in which the document can be written: until it is carried out; an emergency may be documented afterwards (DOMAIN 3.8). */
export function isEditable(kind: ChangeKind, state: ChangeState): boolean {
  const before = state === 'draft' || state === 'assessing' || state === 'awaiting_authorisation' || state === 'scheduled';
  return before || (kind === 'emergency' && (state === 'implementing' || state === 'review'));
}

export interface ChangeAbilities {
  readonly edit: boolean;
  /** The requester's own draft: title, description and the wished date only. */
  readonly editWords: boolean;
  readonly scoreRisk: boolean;
  readonly submit: boolean;
  readonly return: boolean;
  readonly requestAuthorisation: boolean;
  readonly schedule: boolean;
  readonly reschedule: boolean;
  readonly override: boolean;
  readonly recordConsent: boolean;
  readonly implementFirst: boolean;
  readonly start: boolean;
  readonly startOverride: boolean;
  readonly finish: boolean;
  readonly review: boolean;
  readonly close: boolean;
  readonly cancel: boolean;
  readonly askConcurrence: boolean;
  readonly clone: boolean;
}

/** What buttons follow: the lifecycle and the access rules together. */
export function abilitiesOf(actor: Actor, kind: ChangeKind, ticket: Placed, standing: TicketStanding): ChangeAbilities {
  const state = ticket.state as ChangeState;
  const may = (action: ChangeAction): boolean => permits(actor, kind, action, ticket, standing);
  const can = (event: Exclude<ChangeEvent, 'authorise' | 'reject'>): boolean => changeArrow(kind, state, event) !== undefined && may(event);
  const open = isEditable(kind, state);
  const prepares = may('score_risk');
  return {
    edit: open && prepares,
    editWords: state === 'draft' && may('edit'),
    scoreRisk: open && state !== 'scheduled' && prepares,
    submit: can('submit'),
    return: can('return'),
    requestAuthorisation: can('request_authorisation'),
    schedule: can('schedule'),
    reschedule: can('reschedule'),
    override: open && may('override'),
    recordConsent: kind === 'emergency' && state === 'draft' && may('record_consent'),
    implementFirst: can('implement_first'),
    start: can('start'),
    startOverride: can('start') && may('override'),
    finish: can('finish'),
    review: state === 'review' && may('review'),
    close: can('close'),
    cancel: can('cancel'),
    askConcurrence: (state === 'draft' || state === 'assessing' || state === 'awaiting_authorisation') && may('ask_concurrence'),
    clone: (state === 'rejected' || state === 'cancelled') && may('clone'),
  };
}
