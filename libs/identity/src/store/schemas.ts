import { absenceSchema } from './absence.schema.js';
import { apiClientSchema } from './api-client.schema.js';
import { appUserSchema } from './app-user.schema.js';
import { grantRequestSchema } from './grant-request.schema.js';
import { directorySyncSchema } from './directory-sync.schema.js';
import { groupMemberSchema } from './group-member.schema.js';
import { organisationImportSchemas } from './import.schema.js';
import { institutionSchema } from './institution.schema.js';
import { loginLimitSchema } from './login-limit.schema.js';
import { oidcSchemas } from './oidc.schema.js';
import { orgUnitSchema } from './org-unit.schema.js';
import { resetSchemas } from './reset.schema.js';
import { roleGrantSchema } from './role-grant.schema.js';
import { secondFactorSchemas } from './second-factor.schema.js';
import { sessionSchema } from './session.schema.js';
import { setupLinkSchema } from './setup-link.schema.js';
import { supportGroupSchema } from './support-group.schema.js';

/** The tables of schema `identity`, for the check that mapping and migrations agree. */
export const identitySchemas = [
  institutionSchema,
  orgUnitSchema,
  appUserSchema,
  roleGrantSchema,
  grantRequestSchema,
  supportGroupSchema,
  groupMemberSchema,
  sessionSchema,
  loginLimitSchema,
  setupLinkSchema,
  absenceSchema,
  apiClientSchema,
  ...organisationImportSchemas,
  ...resetSchemas,
  ...secondFactorSchemas,
  ...oidcSchemas,
  directorySyncSchema,
];
