import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './http/access-guard.js';
import { AbsencesController } from './http/absences.controller.js';
import { ApiClientsController } from './http/api-clients.controller.js';
import { ClientEntrance } from './http/client-entrance.js';
import { DirectoryController } from './http/directory.controller.js';
import { ForgeryCheck } from './http/forgery-check.js';
import { MeController } from './http/me.controller.js';
import { OwnSessionsController } from './http/own-sessions.controller.js';
import { PasswordResetsController } from './http/password-resets.controller.js';
import { ProviderCookie } from './http/provider-cookie.js';
import { RouteAccessCheck } from './http/route-access-check.js';
import { SecondFactorController } from './http/second-factor.controller.js';
import { SessionController } from './http/session.controller.js';
import { SessionCookie } from './http/session-cookie.js';
import { SetupController } from './http/setup.controller.js';
import { SignInLinksController } from './http/sign-in-links.controller.js';
import { SignInProvidersController } from './http/sign-in-providers.controller.js';
import { SignInSettingsController } from './http/sign-in-settings.controller.js';
import { SignInSourcesController } from './http/sign-in-sources.controller.js';
import { SignInStepsController } from './http/sign-in-steps.controller.js';
import { Welcome } from './http/welcome.js';
import { ForgetSessions } from './jobs/forget-sessions.js';
import { SynchroniseDirectories } from './jobs/synchronise-directories.js';
import { OrganisationModule } from './organisation.module.js';
import { DirectoryDoor } from './outside/directory-door.js';
import { LdapClient } from './outside/ldap-client.js';
import { OidcClient } from './outside/oidc-client.js';
import { PeopleNamesModule } from './people-names.module.js';
import { ActorReader } from './reads/actor-reader.js';
import { ApiClientReader } from './reads/api-client-reader.js';
import { ClientRegister } from './reads/client-register.js';
import { Directory } from './reads/directory.js';
import { IdentityFacts } from './reads/identity-facts.js';
import { MeReader } from './reads/me-reader.js';
import { PeopleByMail } from './reads/people-by-mail.js';
import { OwnSecondFactor } from './reads/own-second-factor.js';
import { StaffFactors } from './reads/staff-factors.js';
import { WordsOfFiles } from './reads/words-of-files.js';
import { BeginAbsences } from './jobs/begin-absences.js';
import { Absences } from './store/absences.js';
import { Accounts } from './store/accounts.js';
import { ApiClients } from './store/api-clients.js';
import { Grants } from './store/grants.js';
import { IdentitySettings } from './store/identity-settings.js';
import { LoginAttempts } from './store/login-attempts.js';
import { DirectorySyncs } from './store/directory-syncs.js';
import { GrantRequests } from './store/grant-requests.js';
import { OidcAttempts } from './store/oidc-attempts.js';
import { Organisation } from './store/organisation.js';
import { OutsideIdentities } from './store/outside-identities.js';
import { Passwords } from './store/passwords.js';
import { ResetLinks } from './store/reset-links.js';
import { SecondFactors } from './store/second-factors.js';
import { Sessions } from './store/sessions.js';
import { SetupLinks } from './store/setup-links.js';
import { AddOutsidePerson } from './use-cases/add-outside-person.js';
import { ApplyMappedRoles } from './use-cases/apply-mapped-roles.js';
import { AskPasswordReset } from './use-cases/ask-password-reset.js';
import { BeginOidcSignIn } from './use-cases/begin-oidc-sign-in.js';
import { ChangePassword } from './use-cases/change-password.js';
import { ChangeProfile } from './use-cases/change-profile.js';
import { ChangeSecondFactor } from './use-cases/change-second-factor.js';
import { ChangeSignInSettings } from './use-cases/change-sign-in-settings.js';
import { CheckCredentials } from './use-cases/check-credentials.js';
import { CompleteSetup } from './use-cases/complete-setup.js';
import { ConfirmPassword } from './use-cases/confirm-password.js';
import { CreateGroup } from './use-cases/create-group.js';
import { CreateInstitution } from './use-cases/create-institution.js';
import { CreateUser } from './use-cases/create-user.js';
import { EndSessions } from './use-cases/end-sessions.js';
import { GiveSignInLink } from './use-cases/give-sign-in-link.js';
import { FinishOidcSignIn } from './use-cases/finish-oidc-sign-in.js';
import { GrantRole } from './use-cases/grant-role.js';
import { IssueResetLinks } from './use-cases/issue-reset-links.js';
import { IssueSetupLink } from './use-cases/issue-setup-link.js';
import { KeepAbsences } from './use-cases/keep-absences.js';
import { KeepApiClients } from './use-cases/keep-api-clients.js';
import { MapDirectoryRoles } from './use-cases/map-directory-roles.js';
import { RecogniseOidcPerson } from './use-cases/recognise-oidc-person.js';
import { ResetPassword } from './use-cases/reset-password.js';
import { ResetSecondFactor } from './use-cases/reset-second-factor.js';
import { SetUpSecondFactor } from './use-cases/set-up-second-factor.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';
import { SynchroniseDirectory } from './use-cases/synchronise-directory.js';
import { TakeFromDirectory } from './use-cases/take-from-directory.js';
import { TakeSecondStep } from './use-cases/take-second-step.js';

const STORE = [
  Absences,
  Accounts,
  ApiClients,
  Grants,
  IdentitySettings,
  LoginAttempts,
  Organisation,
  Passwords,
  ResetLinks,
  SecondFactors,
  Sessions,
  SetupLinks,
];
const READS = [
  ActorReader,
  ApiClientReader,
  ClientRegister,
  Directory,
  IdentityFacts,
  MeReader,
  OwnSecondFactor,
  PeopleByMail,
  StaffFactors,
  WordsOfFiles,
];
const OPERATOR = [CreateInstitution, CreateUser, CreateGroup, GrantRole, IssueSetupLink];

const SIGNING_IN = [SignIn, TakeSecondStep, SignOut, Welcome, SessionCookie, ForgeryCheck, ClientEntrance];
const FROM_OUTSIDE = [
  OidcClient,
  OidcAttempts,
  OutsideIdentities,
  GrantRequests,
  ProviderCookie,
  DirectoryDoor,
  LdapClient,
  CheckCredentials,
  TakeFromDirectory,
  DirectorySyncs,
  MapDirectoryRoles,
  SynchroniseDirectory,
  SynchroniseDirectories,
  BeginOidcSignIn,
  FinishOidcSignIn,
  RecogniseOidcPerson,
  AddOutsidePerson,
  ApplyMappedRoles,
];
const OWN_ACCOUNT = [
  ChangePassword,
  ChangeProfile,
  BeginAbsences,
  KeepAbsences,
  ConfirmPassword,
  SetUpSecondFactor,
  ChangeSecondFactor,
  EndSessions,
  AskPasswordReset,
  IssueResetLinks,
  ResetPassword,
];
const ADMINISTRATION = [KeepApiClients, GiveSignInLink, ChangeSignInSettings, ResetSecondFactor];
const CONTROLLERS = [
  SessionController,
  SignInStepsController,
  SignInProvidersController,
  SignInSourcesController,
  PasswordResetsController,
  MeController,
  OwnSessionsController,
  SecondFactorController,
  AbsencesController,
  SignInSettingsController,
  SignInLinksController,
  ApiClientsController,
  SetupController,
  DirectoryController,
];

/** Who people are, what they may do, and how they sign in. */
@Module({
  imports: [DiscoveryModule, PeopleNamesModule, OrganisationModule],
  controllers: CONTROLLERS,
  providers: [
    ...STORE,
    ...READS,
    ...OPERATOR,
    ...SIGNING_IN,
    ...FROM_OUTSIDE,
    ...OWN_ACCOUNT,
    ...ADMINISTRATION,
    CompleteSetup,
    RouteAccessCheck,
    ForgetSessions,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    OrganisationModule,
    ActorReader,
    ClientRegister,
    Directory,
    IdentityFacts,
    PeopleByMail,
    IssueResetLinks,
    GiveSignInLink,
    WordsOfFiles,
    RouteAccessCheck,
    SessionCookie,
    SynchroniseDirectory,
    ...OPERATOR,
  ],
})
export class IdentityModule {}
