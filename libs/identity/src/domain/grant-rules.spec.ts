import { instant } from '#kernel';
import type { Actor } from './actor.js';
import { decideGrant, type GrantContext, type GrantRequest } from './grant-rules.js';
import type { Role } from './role.js';
import { actor, INSTITUTION } from './test/actors.js';

const admin = actor(['administrator'], { id: 'admin' });
const manager = actor(['manager'], { id: 'manager' });
const nobody: GrantContext = { grantedBy: admin, approvedBy: null, managerExists: true };

const grant = (role: Role, more: Partial<GrantRequest> = {}): GrantRequest => ({
  userId: 'grantee',
  role,
  scope: 'all',
  scopeId: null,
  validFrom: instant(0),
  validTo: null,
  ...more,
});

const refused = (code: string) => expect.objectContaining({ code });

describe('a grant', () => {
  it('lets an administrator give ordinary roles alone', () => {
    expect(decideGrant(grant('agent'), nobody)).toEqual({ withoutApprover: false });
  });

  it('is refused to whoever may not manage users', () => {
    expect(() => decideGrant(grant('agent'), { ...nobody, grantedBy: manager })).toThrow(refused('identity.right-missing'));
  });

  it.each<Role>(['agent', 'manager', 'administrator'])('of %s is refused to oneself', (role) => {
    expect(() => decideGrant(grant(role, { userId: 'admin' }), { ...nobody, approvedBy: manager, managerExists: false })).toThrow(
      refused('identity.grant-to-self'),
    );
  });

  it.each<Role>(['manager', 'auditor', 'administrator'])('of %s needs a manager as second approver', (role) => {
    expect(() => decideGrant(grant(role), nobody)).toThrow(refused('identity.grant-needs-approver'));
    expect(decideGrant(grant(role), { ...nobody, approvedBy: manager })).toEqual({ withoutApprover: false });
  });

  it.each<[string, Actor]>([
    ['who is no manager', actor(['auditor'], { id: 'inga' })],
    ['who would get the role himself', actor(['manager'], { id: 'grantee' })],
    ['who is the granter', actor(['manager', 'administrator'], { id: 'admin' })],
  ])('does not take an approver %s', (_why, approvedBy) => {
    expect(() => decideGrant(grant('auditor'), { ...nobody, approvedBy })).toThrow(refused('identity.grant-needs-approver'));
  });

  it('of the first manager takes effect and is marked, and only that one', () => {
    expect(decideGrant(grant('manager'), { ...nobody, managerExists: false })).toEqual({ withoutApprover: true });
    expect(() => decideGrant(grant('auditor'), { ...nobody, managerExists: false })).toThrow(refused('identity.grant-needs-approver'));
  });

  it('by the operator at the machine is marked where it lacks the second approver', () => {
    expect(decideGrant(grant('administrator'), { ...nobody, grantedBy: null })).toEqual({ withoutApprover: true });
    expect(decideGrant(grant('agent'), { ...nobody, grantedBy: null })).toEqual({ withoutApprover: false });
  });

  it('says what it is for, and ends after it begins', () => {
    expect(() => decideGrant(grant('agent', { scope: 'group' }), nobody)).toThrow(refused('identity.grant-scope-incomplete'));
    expect(() => decideGrant(grant('agent', { scopeId: INSTITUTION }), nobody)).toThrow(refused('identity.grant-scope-incomplete'));
    expect(() => decideGrant(grant('agent', { validTo: instant(0) }), nobody)).toThrow(refused('identity.grant-ends-before-start'));
  });
});
