import type { Role } from './role.js';
import { holds, requireRight, rightsOf, scopeOf } from './scope-of.js';
import { actor, actorWithin, GROUP, INSTITUTION, OTHER_GROUP, OTHER_INSTITUTION } from './test/actors.js';

const NOTHING = {
  all: false,
  own: false,
  institutionIds: [],
  groupIds: [],
  byGroup: false,
  userSupport: false,
  process: false,
  aggregates: false,
  named: false,
};

describe('scopeOf', () => {
  it('reaches nothing with a right that nobody gave', () => {
    expect(scopeOf(actor(['requester']), 'ticket.work')).toEqual(NOTHING);
    expect(scopeOf(actor([]), 'ticket.read')).toEqual(NOTHING);
  });

  it('lets a requester reach what is his own', () => {
    expect(scopeOf(actor(['requester']), 'ticket.read')).toEqual({ ...NOTHING, own: true });
  });

  it('lets a coordinator reach his home institution, or the one that the grant names', () => {
    expect(scopeOf(actor(['institution_coordinator']), 'ticket.read').institutionIds).toEqual([INSTITUTION]);
    const elsewhere = actorWithin('institution_coordinator', 'institution', OTHER_INSTITUTION);
    expect(scopeOf(elsewhere, 'ticket.read').institutionIds).toEqual([OTHER_INSTITUTION]);
  });

  it('lets an agent reach his groups, and everything unrestricted from a user-support group', () => {
    const agent = actor(['agent'], { groupIds: [GROUP, OTHER_GROUP] });
    expect(scopeOf(agent, 'ticket.read')).toEqual({ ...NOTHING, groupIds: [GROUP, OTHER_GROUP], byGroup: true });
    const firstLine = { ...agent, userSupport: true };
    expect(scopeOf(firstLine, 'ticket.read').userSupport).toBe(true);
    expect(scopeOf(firstLine, 'ticket.work').userSupport).toBe(false);
  });

  it('narrows an agent who is granted for one group to that group, and only while he is its member', () => {
    const narrowed = actorWithin('agent', 'group', GROUP, { groupIds: [GROUP, OTHER_GROUP], userSupport: true });
    expect(scopeOf(narrowed, 'ticket.read')).toEqual({ ...NOTHING, groupIds: [GROUP], byGroup: true });
    expect(scopeOf({ ...narrowed, groupIds: [OTHER_GROUP] }, 'ticket.read').groupIds).toEqual([]);
  });

  it('narrows "all" to the institution or group of the grant', () => {
    expect(scopeOf(actorWithin('manager', 'institution', OTHER_INSTITUTION), 'ticket.read')).toEqual({
      ...NOTHING,
      institutionIds: [OTHER_INSTITUTION],
    });
    expect(scopeOf(actorWithin('manager', 'group', GROUP), 'kpi.read')).toEqual({ ...NOTHING, groupIds: [GROUP], byGroup: true });
  });

  it('does not narrow filing a ticket by group, since a new ticket has none yet', () => {
    expect(scopeOf(actorWithin('agent', 'group', GROUP), 'ticket.create').all).toBe(true);
    expect(scopeOf(actorWithin('agent', 'institution', OTHER_INSTITUTION), 'ticket.create')).toEqual({
      ...NOTHING,
      institutionIds: [OTHER_INSTITUTION],
    });
  });

  it('adds roles up', () => {
    const both = actor(['requester', 'institution_coordinator', 'agent'], { groupIds: [GROUP] });
    expect(scopeOf(both, 'ticket.read')).toEqual({
      ...NOTHING,
      own: true,
      institutionIds: [INSTITUTION],
      groupIds: [GROUP],
      byGroup: true,
    });
  });

  it('gives a survey officer figures of ratings but no rating', () => {
    expect(scopeOf(actor(['survey_officer']), 'rating.read')).toEqual({ ...NOTHING, aggregates: true });
  });

  it('reaches restricted tickets only where named', () => {
    expect(scopeOf(actor(['manager']), 'ticket.read-restricted')).toEqual({ ...NOTHING, named: true });
    expect(scopeOf(actor(['administrator']), 'ticket.read-restricted')).toEqual(NOTHING);
  });
});

describe('requireRight', () => {
  it('refuses as forbidden what the actor does not hold', () => {
    expect(() => requireRight(actor(['requester']), 'audit.read')).toThrow(
      expect.objectContaining({ kind: 'forbidden', code: 'identity.right-missing' }),
    );
    expect(() => requireRight(actor(['auditor']), 'audit.read')).not.toThrow();
  });
});

describe('rightsOf', () => {
  const rightsFor = (role: Role): string[] => rightsOf(actor([role]));

  it('names what reaches every record apart', () => {
    expect(rightsFor('agent')).toEqual(expect.arrayContaining(['ticket.create', 'ticket.create.all', 'ticket.desk', 'ticket.work']));
    expect(rightsFor('agent')).not.toContain('ticket.read.all');
    expect(rightsFor('manager')).toEqual(expect.arrayContaining(['ticket.read.all', 'kpi.read.all', 'kpi.recount']));
  });

  it('gives the administrator users and mailbox, and no tickets', () => {
    expect(rightsFor('administrator')).toEqual(expect.arrayContaining(['admin.users', 'admin.mailbox', 'audit.read']));
    expect(rightsFor('administrator').filter((right) => right.startsWith('ticket.'))).toEqual([]);
    expect(holds(actor(['auditor']), 'ticket.work')).toBe(false);
  });
});
