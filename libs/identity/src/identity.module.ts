import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './http/access-guard.js';
import { DirectoryController } from './http/directory.controller.js';
import { ForgeryCheck } from './http/forgery-check.js';
import { MeController } from './http/me.controller.js';
import { RouteAccessCheck } from './http/route-access-check.js';
import { SessionController } from './http/session.controller.js';
import { SessionCookie } from './http/session-cookie.js';
import { SetupController } from './http/setup.controller.js';
import { ForgetSessions } from './jobs/forget-sessions.js';
import { PeopleNamesModule } from './people-names.module.js';
import { ActorReader } from './reads/actor-reader.js';
import { ClientRegister } from './reads/client-register.js';
import { Directory } from './reads/directory.js';
import { IdentityFacts } from './reads/identity-facts.js';
import { MeReader } from './reads/me-reader.js';
import { WordsOfFiles } from './reads/words-of-files.js';
import { Accounts } from './store/accounts.js';
import { Grants } from './store/grants.js';
import { LoginAttempts } from './store/login-attempts.js';
import { Organisation } from './store/organisation.js';
import { Passwords } from './store/passwords.js';
import { Sessions } from './store/sessions.js';
import { SetupLinks } from './store/setup-links.js';
import { ChangeLocale } from './use-cases/change-locale.js';
import { ChangePassword } from './use-cases/change-password.js';
import { CompleteSetup } from './use-cases/complete-setup.js';
import { CreateGroup } from './use-cases/create-group.js';
import { CreateInstitution } from './use-cases/create-institution.js';
import { CreateUser } from './use-cases/create-user.js';
import { GrantRole } from './use-cases/grant-role.js';
import { IssueSetupLink } from './use-cases/issue-setup-link.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';

const STORE = [Accounts, Grants, LoginAttempts, Organisation, Passwords, Sessions, SetupLinks];
const READS = [ActorReader, ClientRegister, Directory, IdentityFacts, MeReader, WordsOfFiles];
const OPERATOR = [CreateInstitution, CreateUser, CreateGroup, GrantRole, IssueSetupLink];

/** Who people are, what they may do, and how they sign in. */
@Module({
  imports: [DiscoveryModule, PeopleNamesModule],
  controllers: [SessionController, MeController, SetupController, DirectoryController],
  providers: [
    ...STORE,
    ...READS,
    ...OPERATOR,
    SignIn,
    SignOut,
    ChangePassword,
    ChangeLocale,
    CompleteSetup,
    SessionCookie,
    ForgeryCheck,
    RouteAccessCheck,
    ForgetSessions,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [ActorReader, ClientRegister, IdentityFacts, WordsOfFiles, RouteAccessCheck, SessionCookie, ...OPERATOR],
})
export class IdentityModule {}
