import { createRoute, notFound, redirect } from '@tanstack/react-router';
import { part } from '../part';
import { readNamedSearch, readPeopleSearch, readRequestsSearch } from '../administration/admin-search';
import { readAnswersSearch } from '../answers/answers-search';
import { readCalendarSearch } from '../calendars/calendar-search';
import { readImportSearch } from '../imports/import-search';
import { queryClient } from '../data/client';
import { meQuery } from '../data/session';
import { readPoliciesSearch } from '../policies/policies-search';
import { readSurveysSearch } from '../surveys/surveys-search';
import { readTextsSearch } from '../texts-admin/texts-search';
import { requireRight, root } from './root';

/** The frame of the section: what hangs on it has the column of places beside it. */
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: part(() => import('../administration/AdminFrame'), 'AdminFrame'),
});
const start = createRoute({
  getParentRoute: () => admin,
  path: '/',
  beforeLoad: async () => {
    const [{ rights }, { firstAdminPlace }] = await Promise.all([
      queryClient.ensureQueryData(meQuery),
      import('../administration/admin-places'),
    ]);
    const first = firstAdminPlace(rights);
    throw first ? redirect({ to: first }) : notFound();
  },
});
const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  beforeLoad: requireRight('organisation.read'),
  validateSearch: readPeopleSearch,
  component: part(() => import('../administration/PeoplePage'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => admin,
  path: '/people/$id',
  beforeLoad: requireRight('organisation.read'),
  component: part(() => import('../administration/PersonPage'), 'PersonPage'),
});
const requests = createRoute({
  getParentRoute: () => admin,
  path: '/requests',
  beforeLoad: requireRight('organisation.read'),
  validateSearch: readRequestsSearch,
  component: part(() => import('../administration/RequestsPage'), 'RequestsPage'),
});
const groups = createRoute({
  getParentRoute: () => admin,
  path: '/groups',
  beforeLoad: requireRight('organisation.read'),
  component: part(() => import('../administration/GroupsPage'), 'GroupsPage'),
});
const group = createRoute({
  getParentRoute: () => admin,
  path: '/groups/$id',
  beforeLoad: requireRight('organisation.read'),
  component: part(() => import('../administration/GroupPage'), 'GroupPage'),
});
const institutions = createRoute({
  getParentRoute: () => admin,
  path: '/institutions',
  beforeLoad: requireRight('organisation.read'),
  validateSearch: readNamedSearch,
  component: part(() => import('../administration/InstitutionsPage'), 'InstitutionsPage'),
});
const institution = createRoute({
  getParentRoute: () => admin,
  path: '/institutions/$id',
  beforeLoad: requireRight('organisation.read'),
  component: part(() => import('../administration/InstitutionPage'), 'InstitutionPage'),
});
const imports = createRoute({
  getParentRoute: () => admin,
  path: '/imports',
  beforeLoad: requireRight('organisation.write', 'admin.users'),
  validateSearch: readImportSearch,
  component: part(() => import('../imports/ImportsPage'), 'ImportsPage'),
});
const mail = createRoute({
  getParentRoute: () => admin,
  path: '/mail',
  beforeLoad: requireRight('mail-log.read', 'ticket.work'),
  component: part(() => import('../inbound/InboundPage'), 'InboundPage'),
});
const services = createRoute({
  getParentRoute: () => admin,
  path: '/services',
  beforeLoad: requireRight('sla.read'),
  component: part(() => import('../administration/ServicesPage'), 'ServicesPage'),
});
const service = createRoute({
  getParentRoute: () => admin,
  path: '/services/$id',
  beforeLoad: requireRight('sla.read'),
  component: part(() => import('../administration/ServicePage'), 'ServicePage'),
});
const mailbox = createRoute({
  getParentRoute: () => admin,
  path: '/mailbox',
  beforeLoad: requireRight('admin.mailbox'),
  component: part(() => import('../mailbox/MailboxPage'), 'MailboxPage'),
});
const contact = createRoute({
  getParentRoute: () => admin,
  path: '/contact',
  beforeLoad: requireRight('admin.settings'),
  component: part(() => import('../administration/ContactPage'), 'ContactPage'),
});
const answers = createRoute({
  getParentRoute: () => admin,
  path: '/answers',
  beforeLoad: requireRight('answer.write'),
  validateSearch: readAnswersSearch,
  component: part(() => import('../answers/AnswersPage'), 'AnswersPage'),
});
const routing = createRoute({
  getParentRoute: () => admin,
  path: '/routing',
  beforeLoad: requireRight('sla.read'),
  component: part(() => import('../routing/RoutingPage'), 'RoutingPage'),
});
const reference = createRoute({
  getParentRoute: () => admin,
  path: '/reference',
  beforeLoad: requireRight('admin.settings'),
  component: part(() => import('../reference/ReferencePage'), 'ReferencePage'),
});
const texts = createRoute({
  getParentRoute: () => admin,
  path: '/texts',
  beforeLoad: requireRight('admin.settings'),
  validateSearch: readTextsSearch,
  component: part(() => import('../texts-admin/TextsPage'), 'TextsPage'),
});
const text = createRoute({
  getParentRoute: () => admin,
  path: '/texts/$key',
  beforeLoad: requireRight('admin.settings'),
  component: part(() => import('../texts-admin/TextPage'), 'TextPage'),
});
const jobs = createRoute({
  getParentRoute: () => admin,
  path: '/jobs',
  beforeLoad: requireRight('admin.settings'),
  component: part(() => import('../operations/JobsPage'), 'JobsPage'),
});
const settings = createRoute({
  getParentRoute: () => admin,
  path: '/settings',
  beforeLoad: requireRight('admin.settings'),
  component: part(() => import('../operations/SettingsPage'), 'SettingsPage'),
});
const signIn = createRoute({
  getParentRoute: () => admin,
  path: '/sign-in',
  beforeLoad: requireRight('admin.settings'),
  component: part(() => import('../access/SignInPage'), 'SignInPage'),
});
const apiClients = createRoute({
  getParentRoute: () => admin,
  path: '/api-clients',
  beforeLoad: requireRight('api-client.write'),
  component: part(() => import('../access/ApiClientsPage'), 'ApiClientsPage'),
});
const policies = createRoute({
  getParentRoute: () => root,
  path: '/admin/policies',
  beforeLoad: requireRight('sla.read'),
  validateSearch: readPoliciesSearch,
  component: part(() => import('../policies/PoliciesPage'), 'PoliciesPage'),
});
const surveys = createRoute({
  getParentRoute: () => root,
  path: '/admin/surveys',
  beforeLoad: requireRight('survey.read'),
  validateSearch: readSurveysSearch,
  component: part(() => import('../surveys/SurveysPage'), 'SurveysPage'),
});
const calendars = createRoute({
  getParentRoute: () => root,
  path: '/admin/calendars',
  validateSearch: readCalendarSearch,
  component: part(() => import('../calendars/CalendarsPage'), 'CalendarsPage'),
});

/** What is set up. */
export const adminRoutes = [
  admin.addChildren([
    start,
    people,
    person,
    requests,
    groups,
    group,
    institutions,
    institution,
    imports,
    services,
    service,
    contact,
    answers,
    routing,
    reference,
    texts,
    text,
    mail,
    mailbox,
    jobs,
    settings,
    signIn,
    apiClients,
  ]),
  policies,
  surveys,
  calendars,
] as const;
