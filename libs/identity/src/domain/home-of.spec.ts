import { homeOf } from './home-of.js';
import type { Role } from './role.js';
import { actor } from './test/actors.js';

describe('where one lands after signing in', () => {
  it.each<[Role[], string]>([
    [['requester'], 'portal'],
    [['requester', 'institution_coordinator'], 'portal'],
    [['requester', 'agent'], 'desk'],
    [['requester', 'change_manager'], 'desk'],
    [['requester', 'manager'], 'reports'],
    [['auditor'], 'reports'],
    [['requester', 'process_owner'], 'processes'],
    [['process_owner', 'manager'], 'reports'],
    [['administrator'], 'admin'],
    [['requester', 'agent', 'administrator'], 'desk'],
  ])('%j: %s', (roles, home) => {
    expect(homeOf(actor(roles))).toBe(home);
  });
});
