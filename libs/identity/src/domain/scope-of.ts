import { DomainError } from '#kernel';
import type { Actor, ActorGrant } from './actor.js';
import { ALL_RIGHTS, RIGHTS, type Reach, type Right } from './rights.js';

/**
 * The rows that an actor reaches with one right: the union of what his grants give. Every query over scoped rows is
 * built from this and nothing else.
 */
export interface Scope {
  /** Every row (restricted ones excepted, see `ticket.read-restricted`). */
  readonly all: boolean;
  /** Rows that the actor asked for or that concern him. */
  readonly own: boolean;
  readonly institutionIds: readonly string[];
  /** Rows that are in one of these groups, or were within 30 days; with it come those that the actor created or watches. */
  readonly groupIds: readonly string[];
  /** The actor holds the right by group (`groupIds` may be empty), so created and watched rows count. */
  readonly byGroup: boolean;
  /** Through a user-support group: every row that is not restricted. Only for `ticket.read`. */
  readonly userSupport: boolean;
  /** Own processes and meetings. */
  readonly process: boolean;
  /** Figures, never the rows behind them. */
  readonly aggregates: boolean;
  /** Rows that name the actor (security tickets). */
  readonly named: boolean;
}

/** Rights over rows that have no group yet: a grant for one group does not narrow them. */
const WITHOUT_GROUP: ReadonlySet<Right> = new Set<Right>([
  'ticket.create',
  'people.read',
  'group.read',
  'institution.read',
  'service.read',
]);

/** What a reach becomes when its grant is for one institution or group only. */
function reachOf(right: Right, reach: Reach, grant: ActorGrant): Reach {
  if (reach !== 'A' || grant.scope === 'all') return reach;
  if (grant.scope === 'institution') return 'I';
  if (grant.scope === 'group') return WITHOUT_GROUP.has(right) ? 'A' : 'G';
  return 'P';
}

function institutionsOf(actor: Actor, grant: ActorGrant): string[] {
  return [grant.scope === 'institution' && grant.scopeId ? grant.scopeId : actor.institutionId];
}

function groupsOf(actor: Actor, reach: Reach, grant: ActorGrant): readonly string[] {
  if (grant.scope !== 'group' || !grant.scopeId) return actor.groupIds;
  // "All", narrowed to one group, needs no membership; "my groups" narrowed to one still does.
  return reach === 'A' || actor.groupIds.includes(grant.scopeId) ? [grant.scopeId] : [];
}

/** Is the right among those that an API client was given? People are not narrowed. */
const within = ({ scopes }: Actor, right: Right): boolean => scopes?.has(right) ?? true;

/** Turns an actor into the rows that he reaches with `right`. A right that he does not hold reaches nothing. */
export function scopeOf(actor: Actor, right: Right): Scope {
  const held = (within(actor, right) ? actor.grants : [])
    .map((grant) => ({ grant, given: RIGHTS[right][grant.role] as Reach, reach: reachOf(right, RIGHTS[right][grant.role], grant) }))
    .filter(({ reach }) => reach !== '-');
  const reaches = new Set(held.map(({ reach }) => reach));
  const byInstitution = held.filter(({ reach }) => reach === 'I');
  const byGroup = held.filter(({ reach }) => reach === 'G');
  return {
    all: reaches.has('A'),
    own: reaches.has('O'),
    institutionIds: [...new Set(byInstitution.flatMap(({ grant }) => institutionsOf(actor, grant)))],
    groupIds: [...new Set(byGroup.flatMap(({ grant, given }) => groupsOf(actor, given, grant)))],
    byGroup: byGroup.length > 0,
    userSupport: right === 'ticket.read' && actor.userSupport && byGroup.some(({ grant }) => grant.scope === 'all'),
    process: reaches.has('P'),
    aggregates: reaches.has('a'),
    named: reaches.has('N'),
  };
}

/** Does the actor hold the right at all, however little it reaches? */
export function holds(actor: Actor, right: Right): boolean {
  return within(actor, right) && actor.grants.some((grant) => RIGHTS[right][grant.role] !== '-');
}

/** Refuses (forbidden, `identity.right-missing`) unless the actor holds the right. */
export function requireRight(actor: Actor, right: Right): void {
  if (!holds(actor, right)) throw new DomainError('identity.right-missing', { right }, 'forbidden');
}

/** Names of the rights that the actor holds, for the interface; `<right>.all` where a right reaches every row. */
export function rightsOf(actor: Actor): string[] {
  return ALL_RIGHTS.filter((right) => holds(actor, right)).flatMap((right) =>
    scopeOf(actor, right).all ? [right, `${right}.all`] : [right],
  );
}
