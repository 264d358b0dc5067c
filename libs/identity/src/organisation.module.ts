import { Module } from '@nestjs/common';
import { CalendarsModule } from '#calendars';
import { GrantsController } from './http/grants.controller.js';
import { GroupRegisterController } from './http/group-register.controller.js';
import { InstitutionRegisterController } from './http/institution-register.controller.js';
import { OrganisationImportsController } from './http/organisation-imports.controller.js';
import { PeopleRegisterController } from './http/people-register.controller.js';
import { RegisterExportsController } from './http/register-exports.controller.js';
import { UnitRegisterController } from './http/unit-register.controller.js';
import { EndAccounts } from './jobs/end-accounts.js';
import { ImportJobs } from './jobs/import-jobs.js';
import { Directories } from './outside/directories.js';
import { ActorReader } from './reads/actor-reader.js';
import { ChangeHistory } from './reads/change-history.js';
import { GrantRequestList } from './reads/grant-request-list.js';
import { OrganisationWordBook } from './reads/import-words.js';
import { OrganisationExport } from './reads/organisation-export.js';
import { OrganisationImportView } from './reads/organisation-import-view.js';
import { OrganisationRegister } from './reads/organisation-register.js';
import { PeopleRegister } from './reads/people-register.js';
import { RegisterExports } from './reads/register-exports.js';
import { WordsOfFiles } from './reads/words-of-files.js';
import { GrantRequests } from './store/grant-requests.js';
import { Grants } from './store/grants.js';
import { Organisation } from './store/organisation.js';
import { Sessions } from './store/sessions.js';
import { SourcedRecords } from './store/sourced-records.js';
import { ApplyOrganisationImport } from './use-cases/apply-organisation-import.js';
import { ApplyPeople } from './use-cases/apply-people.js';
import { CheckOrganisationImport } from './use-cases/check-organisation-import.js';
import { DecideGrantRequest } from './use-cases/decide-grant-request.js';
import { EndGrant } from './use-cases/end-grant.js';
import { GiveRole } from './use-cases/give-role.js';
import { JudgePeople } from './use-cases/judge-people.js';
import { KeepGroups } from './use-cases/keep-groups.js';
import { KeepInstitutions } from './use-cases/keep-institutions.js';
import { KeepPeople } from './use-cases/keep-people.js';
import { KeepUnits } from './use-cases/keep-units.js';
import { RecordWork } from './use-cases/record-work.js';
import { WritePeople } from './use-cases/write-people.js';
import { WriteTrees } from './use-cases/write-trees.js';

const STORE = [ActorReader, GrantRequests, Grants, Organisation, Sessions, SourcedRecords];
const READS = [
  ChangeHistory,
  GrantRequestList,
  OrganisationExport,
  OrganisationImportView,
  OrganisationRegister,
  OrganisationWordBook,
  PeopleRegister,
  RegisterExports,
  WordsOfFiles,
];
const IMPORTS = [ApplyOrganisationImport, ApplyPeople, CheckOrganisationImport, JudgePeople, WritePeople, WriteTrees, ImportJobs];
const USE_CASES = [DecideGrantRequest, EndGrant, GiveRole, KeepGroups, KeepInstitutions, KeepPeople, KeepUnits, RecordWork];

/** What the administration keeps: institutions, units, groups, people and the roles that they hold. */
@Module({
  imports: [CalendarsModule],
  controllers: [
    RegisterExportsController,
    PeopleRegisterController,
    GrantsController,
    GroupRegisterController,
    InstitutionRegisterController,
    UnitRegisterController,
    OrganisationImportsController,
  ],
  providers: [...STORE, ...READS, ...USE_CASES, ...IMPORTS, Directories, EndAccounts],
  exports: [ApplyPeople, ChangeHistory, Directories, RecordWork],
})
export class OrganisationModule {}
