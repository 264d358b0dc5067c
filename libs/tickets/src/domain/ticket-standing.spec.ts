import { describe, expect, it } from '@jest/globals';
import type { Actor, ActorGrant, Role } from '#identity';
import { standingOf, type TicketTies } from './ticket-standing.js';
import { Params, ticketVisibility } from './ticket-visibility.js';
import type { TicketRecord } from './ticket.js';

function actorWith(roles: Role[], more: Partial<Actor> = {}): Actor {
  const grants: ActorGrant[] = roles.map((role) => ({ role, scope: 'all', scopeId: null }));
  return {
    id: 'me',
    login: 'me',
    locale: 'lv',
    institutionId: 'home',
    roles,
    grants,
    groupIds: [],
    leadOfGroupIds: [],
    userSupport: false,
    ...more,
  };
}

const others = { requesterId: 'her', affectedUserId: 'her', createdById: 'her', groupId: 'network', assigneeId: null, restricted: false };
const noTies: TicketTies = { watcher: false, pastGroupIds: [] };

const standing = (actor: Actor, ticket: Partial<TicketRecord> = {}, ties: Partial<TicketTies> = {}): object =>
  standingOf(actor, { ...others, ...ticket }, { ...noTies, ...ties });

describe('what an actor is to a ticket', () => {
  it('is its person, who reads it and works on nothing', () => {
    expect(standing(actorWith(['requester']), { affectedUserId: 'me' })).toEqual({
      person: true,
      own: true,
      staff: false,
      works: false,
      assignee: false,
    });
  });

  it('is an agent of its group, now or within 30 days', () => {
    const agent = actorWith(['requester', 'agent'], { groupIds: ['network'] });
    expect(standing(agent)).toMatchObject({ staff: true, works: true });
    expect(standing(agent, { groupId: 'servers' })).toMatchObject({ staff: false, works: false });
    expect(standing(agent, { groupId: 'servers' }, { pastGroupIds: ['network'] })).toMatchObject({ staff: true, works: true });
  });

  it('is an agent who filed it for a caller or watches it, but not one who filed it for himself', () => {
    const agent = actorWith(['requester', 'agent'], { groupIds: ['servers'] });
    expect(standing(agent, { createdById: 'me' })).toMatchObject({ works: true });
    expect(standing(agent, {}, { watcher: true })).toMatchObject({ works: true });
    expect(standing(agent, { createdById: 'me', requesterId: 'me', affectedUserId: 'me' })).toMatchObject({
      staff: false,
      works: false,
      own: true,
    });
  });

  it('is a member of user support, who reads everything and works in his groups', () => {
    const firstLine = actorWith(['requester', 'agent'], { groupIds: ['first'], userSupport: true });
    expect(standing(firstLine)).toMatchObject({ staff: true, works: false });
  });

  it('is nobody on a restricted ticket, unless named', () => {
    const agent = actorWith(['requester', 'agent'], { groupIds: ['network'], userSupport: true });
    expect(standing(agent, { restricted: true })).toMatchObject({ staff: false, works: false });
    expect(standing(agent, { restricted: true, assigneeId: 'me' })).toMatchObject({ staff: true, works: true });
    expect(standing(actorWith(['manager']), { restricted: true })).toMatchObject({ staff: false });
  });

  it('is a manager or auditor, who reads all and changes nothing', () => {
    for (const role of ['manager', 'auditor'] as const)
      expect(standing(actorWith([role]))).toMatchObject({ staff: true, works: false, own: false });
  });
});

describe('the rows that an actor may see', () => {
  const condition = (actor: Actor): string => ticketVisibility(actor, new Params()).replace(/\s+/g, ' ');

  it('are none for an administrator', () => {
    expect(condition(actorWith(['administrator']))).toBe('($1::uuid is null)');
  });

  it('are never restricted ones through a group, an institution or a role', () => {
    expect(condition(actorWith(['auditor']))).toMatch(/^\(not t\.restricted or/);
    expect(condition(actorWith(['institution_coordinator']))).toContain('(not t.restricted and (t.institution_id = any($2::uuid[])))');
  });

  it('carry every value as a parameter', () => {
    const params = new Params();
    const sql = ticketVisibility(actorWith(['requester', 'agent'], { groupIds: ['network'] }), params);
    expect(params.values).toEqual(['me', ['network']]);
    expect(sql).not.toContain("'me'");
  });
});
