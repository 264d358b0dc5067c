/** What other modules and the commands do with accounts. */
export { ApplyOrganisationImport } from './apply-organisation-import.js';
export { ApplyPeople } from './apply-people.js';
export { CheckOrganisationImport } from './check-organisation-import.js';
export { GiveSignInLink } from './give-sign-in-link.js';
export { Directories } from '../outside/directories.js';
export { SynchroniseDirectory } from './synchronise-directory.js';
export { IssueResetLinks } from './issue-reset-links.js';
export { KeepAbsences } from './keep-absences.js';
export { KeepApiClients } from './keep-api-clients.js';
