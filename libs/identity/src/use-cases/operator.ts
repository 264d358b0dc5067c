/** What the operator at the machine does with commands; each acts without an actor. */
export { CreateGroup } from './create-group.js';
export { CreateInstitution } from './create-institution.js';
export { CreateUser } from './create-user.js';
export { GrantRole } from './grant-role.js';
export { IssueSetupLink } from './issue-setup-link.js';
