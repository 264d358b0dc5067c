import type { GrantScope, Role } from '../../domain/role.js';
import { RefResponse } from './ref.response.js';

/** A person as the register lists him. */
export class PersonRowResponse {
  id: string;
  name: string;
  /** Null: cannot sign in. */
  login: string | null;
  email: string | null;
  phone: string | null;
  institution: RefResponse;
  unit: RefResponse | null;
  active: boolean;
  /** The first day on which he is not with us any more. */
  leavesOn: string | null;
  /** Roles that count now, each once. */
  roles: Role[];
}

export class PeoplePageResponse {
  items: PersonRowResponse[];
  nextCursor: string | null;
}

export class GrantResponse {
  id: string;
  role: Role;
  scope: GrantScope;
  /** What it is narrowed to; null where it is for everything. */
  scopeRecord: RefResponse | null;
  validFrom: string;
  validTo: string | null;
  reason: string | null;
  endedReason: string | null;
  /** A role that needs a second approver and was given without one. */
  withoutApprover: boolean;
  /** Null: the operator at the machine. */
  grantedBy: RefResponse | null;
  approvedBy: RefResponse | null;
  endedBy: RefResponse | null;
  /** Does it count now? */
  holds: boolean;
}

export class PersonGroupResponse extends RefResponse {
  lead: boolean;
}

export class PersonAbilitiesResponse {
  change: boolean;
  leave: boolean;
  grant: boolean;
  /** Somebody who has a login and no password yet may be let in by a link of one use. */
  signInLink: boolean;
}

/** A person with everything that the administration keeps of him. */
export class RegisteredPersonResponse extends PersonRowResponse {
  locale: 'lv' | 'en';
  externalId: string | null;
  /** The system that tells of the person, such as `file:hr` or `ldap:main`; null where he is kept by hand. */
  source: string | null;
  hasPassword: boolean;
  createdAt: string;
  /** The ETag. */
  version: number;
  groups: PersonGroupResponse[];
  /** Those that count first, then the latest. */
  grants: GrantResponse[];
  abilities: PersonAbilitiesResponse;
}

export class RoleGivenResponse {
  /** `pending`: a manager has to approve it first. */
  state: 'granted' | 'pending';
}

export class GrantRequestAbilitiesResponse {
  decide: boolean;
  withdraw: boolean;
}

export class GrantRequestResponse {
  id: string;
  person: RefResponse;
  role: Role;
  scope: GrantScope;
  scopeRecord: RefResponse | null;
  validTo: string | null;
  reason: string;
  /** Null where a provider or a directory says that the role follows. */
  requestedBy: RefResponse | null;
  /** Which one: `oidc:<code>`, `ldap:<code>`. */
  source: string | null;
  requestedAt: string;
  state: 'pending' | 'approved' | 'refused' | 'withdrawn';
  decidedBy: RefResponse | null;
  decidedAt: string | null;
  decisionReason: string | null;
  /** May the reader decide; may he withdraw it? */
  abilities: GrantRequestAbilitiesResponse;
}

export class GrantRequestsResponse {
  items: GrantRequestResponse[];
  nextCursor: string | null;
}
