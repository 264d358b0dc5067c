import { appUserSchema } from './app-user.schema.js';
import { groupMemberSchema } from './group-member.schema.js';
import { institutionSchema } from './institution.schema.js';
import { loginLimitSchema } from './login-limit.schema.js';
import { orgUnitSchema } from './org-unit.schema.js';
import { roleGrantSchema } from './role-grant.schema.js';
import { sessionSchema } from './session.schema.js';
import { setupLinkSchema } from './setup-link.schema.js';
import { supportGroupSchema } from './support-group.schema.js';

/** The tables of schema `identity`, for the check that mapping and migrations agree. */
export const identitySchemas = [
  institutionSchema,
  orgUnitSchema,
  appUserSchema,
  roleGrantSchema,
  supportGroupSchema,
  groupMemberSchema,
  sessionSchema,
  loginLimitSchema,
  setupLinkSchema,
];
