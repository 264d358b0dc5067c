import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { readApprovalsSearch } from './approvals/approvals-search';
import { readAssetsSearch } from './assets/assets-search';
import { readCalendarSearch } from './calendars/calendar-search';
import { readChangeCalendarSearch } from './change-calendar/calendar-search';
import { readChangesSearch } from './changes/changes-search';
import { queryClient } from './data/client';
import { meQuery } from './data/session';
import { readPoliciesSearch } from './policies/policies-search';
import { readIndicatorSearch } from './indicators/indicator-search';
import { QueuePage } from './queue/QueuePage';
import { readQueueSearch } from './queue/queue-search';
import { readRatingsSearch } from './ratings/ratings-search';
import { readComplianceSearch, readReportSearch, readRowsSearch } from './reports/report-search';
import { readSurveysSearch } from './surveys/surveys-search';
import { readWhatIfSearch } from './what-if/what-if-search';
import { readResultsSearch } from './survey-results/results-search';
import { Shell } from './shell/Shell';
import { i18n } from './texts';
import { FailedPage, NotFoundPage } from './shell/Failed';

const root = createRootRoute({
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (i18n.texts().locale !== me.locale) await i18n.use(me.locale);
  },
  component: Shell,
  errorComponent: FailedPage,
  notFoundComponent: NotFoundPage,
});

/** Who has no desk begins where his own work begins. */
async function requireDesk(): Promise<void> {
  const me = await queryClient.ensureQueryData(meQuery);
  if (me.rights.includes('ticket.desk')) return;
  throw me.home === 'portal'
    ? redirect({ href: '/', reloadDocument: true })
    : redirect({ to: me.home === 'reports' ? '/reports' : '/admin/mailbox' });
}

/** What a person has no right to is not there for him. */
const requireRight = (right: string) => async (): Promise<void> => {
  const me = await queryClient.ensureQueryData(meQuery);
  if (!me.rights.includes(right)) throw notFound();
};

/** The queue stays mounted while tickets open and close beside it. */
const queue = createRoute({
  beforeLoad: requireDesk,
  getParentRoute: () => root,
  id: 'queue',
  component: QueuePage,
  validateSearch: readQueueSearch,
});
const desk = createRoute({ getParentRoute: () => queue, path: '/desk', component: () => null });
const ticket = createRoute({ getParentRoute: () => queue, path: '/desk/tickets/$number', component: () => null });

const clocks = createRoute({
  getParentRoute: () => root,
  path: '/desk/tickets/$number/clocks',
  component: lazyRouteComponent(() => import('./clocks/ClocksPage'), 'ClocksPage'),
});
const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  beforeLoad: requireRight('report.read'),
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./reports/ReportsPage'), 'ReportsPage'),
});
const compliance = createRoute({
  getParentRoute: () => root,
  path: '/reports/compliance',
  validateSearch: readComplianceSearch,
  component: lazyRouteComponent(() => import('./reports/compliance/CompliancePage'), 'CompliancePage'),
});
const satisfaction = createRoute({
  getParentRoute: () => root,
  path: '/reports/satisfaction',
  beforeLoad: requireRight('report.read'),
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./reports/satisfaction/SatisfactionPage'), 'SatisfactionPage'),
});
const ratings = createRoute({
  getParentRoute: () => root,
  path: '/desk/ratings',
  beforeLoad: requireRight('rating.list'),
  validateSearch: readRatingsSearch,
  component: lazyRouteComponent(() => import('./ratings/RatingsPage'), 'RatingsPage'),
});
const surveyResults = createRoute({
  getParentRoute: () => root,
  path: '/reports/surveys/$id/results',
  beforeLoad: requireRight('survey.results'),
  validateSearch: readResultsSearch,
  component: lazyRouteComponent(() => import('./survey-results/SurveyResultsPage'), 'SurveyResultsPage'),
});
const indicators = createRoute({
  getParentRoute: () => root,
  path: '/reports/indicators',
  beforeLoad: requireRight('report.read'),
  validateSearch: readIndicatorSearch,
  component: lazyRouteComponent(() => import('./indicators/IndicatorsPage'), 'IndicatorsPage'),
});
const wall = createRoute({
  getParentRoute: () => root,
  path: '/desk/wall',
  beforeLoad: requireRight('wall.read'),
  component: lazyRouteComponent(() => import('./indicators/WallPage'), 'WallPage'),
});
const rows = createRoute({
  getParentRoute: () => root,
  path: '/reports/rows',
  beforeLoad: requireRight('report.read'),
  validateSearch: readRowsSearch,
  component: lazyRouteComponent(() => import('./reports/RowsPage'), 'RowsPage'),
});
const whatIf = createRoute({
  getParentRoute: () => root,
  path: '/reports/what-if',
  validateSearch: readWhatIfSearch,
  component: lazyRouteComponent(() => import('./what-if/WhatIfPage'), 'WhatIfPage'),
});
const campaigns = createRoute({
  getParentRoute: () => root,
  path: '/reports/surveys',
  beforeLoad: requireRight('survey.results'),
  component: lazyRouteComponent(() => import('./campaigns/SurveysTab'), 'SurveysTab'),
});
const campaign = createRoute({
  getParentRoute: () => root,
  path: '/reports/surveys/$id',
  beforeLoad: requireRight('survey.read'),
  component: lazyRouteComponent(() => import('./campaigns/CampaignPage'), 'CampaignPage'),
});
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/mailbox' });
  },
});
const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/admin/mailbox',
  beforeLoad: requireRight('admin.mailbox'),
  component: lazyRouteComponent(() => import('./mailbox/MailboxPage'), 'MailboxPage'),
});
const policies = createRoute({
  getParentRoute: () => root,
  path: '/admin/policies',
  beforeLoad: requireRight('sla.read'),
  validateSearch: readPoliciesSearch,
  component: lazyRouteComponent(() => import('./policies/PoliciesPage'), 'PoliciesPage'),
});

const surveys = createRoute({
  getParentRoute: () => root,
  path: '/admin/surveys',
  beforeLoad: requireRight('survey.read'),
  validateSearch: readSurveysSearch,
  component: lazyRouteComponent(() => import('./surveys/SurveysPage'), 'SurveysPage'),
});
const calendars = createRoute({
  getParentRoute: () => root,
  path: '/admin/calendars',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('./calendars/CalendarsPage'), 'CalendarsPage'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/desk/approvals',
  beforeLoad: requireRight('approval.decide'),
  validateSearch: readApprovalsSearch,
  component: lazyRouteComponent(() => import('./approvals/ApprovalsPage'), 'ApprovalsPage'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/desk/meetings',
  beforeLoad: requireRight('meeting.read'),
  component: lazyRouteComponent(() => import('./meetings/MeetingsPage'), 'MeetingsPage'),
});
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/desk/meetings/$id',
  beforeLoad: requireRight('meeting.read'),
  component: lazyRouteComponent(() => import('./meetings/MeetingPage'), 'MeetingPage'),
});
const assets = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets',
  beforeLoad: requireDesk,
  validateSearch: readAssetsSearch,
  component: lazyRouteComponent(() => import('./assets/AssetsPage'), 'AssetsPage'),
});
const assetImport = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets/import',
  beforeLoad: requireRight('cmdb.write'),
  validateSearch: (search: Record<string, unknown>): { file?: string } =>
    typeof search['file'] === 'string' ? { file: search['file'] } : {},
  component: lazyRouteComponent(() => import('./assets/ImportPage'), 'ImportPage'),
});
const asset = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets/$tag',
  beforeLoad: requireDesk,
  component: lazyRouteComponent(() => import('./assets/ItemPage'), 'ItemPage'),
});

const changes = createRoute({
  getParentRoute: () => root,
  path: '/desk/changes',
  beforeLoad: requireRight('change.read'),
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('./changes/ChangesPage'), 'ChangesPage'),
});
const changeTemplates = createRoute({
  getParentRoute: () => root,
  path: '/desk/change-templates',
  beforeLoad: requireRight('change.read'),
  component: lazyRouteComponent(() => import('./change-templates/TemplatesPage'), 'TemplatesPage'),
});
const announcements = createRoute({
  getParentRoute: () => root,
  path: '/desk/announcements',
  beforeLoad: requireRight('change.read'),
  component: lazyRouteComponent(() => import('./announcements/AnnouncementsPage'), 'AnnouncementsPage'),
});
const change = createRoute({
  getParentRoute: () => root,
  path: '/desk/changes/$number',
  beforeLoad: requireRight('change.read'),
  component: lazyRouteComponent(() => import('./changes/ChangePage'), 'ChangePage'),
});
const changeCalendar = createRoute({
  getParentRoute: () => root,
  path: '/desk/calendar',
  beforeLoad: requireRight('change.calendar'),
  validateSearch: readChangeCalendarSearch,
  component: lazyRouteComponent(() => import('./change-calendar/ChangeCalendarPage'), 'ChangeCalendarPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    queue.addChildren([desk, ticket]),
    clocks,
    approvals,
    meetings,
    meeting,
    assets,
    assetImport,
    asset,
    changes,
    change,
    changeCalendar,
    changeTemplates,
    announcements,
    reports,
    compliance,
    satisfaction,
    ratings,
    surveyResults,
    indicators,
    wall,
    rows,
    whatIf,
    campaigns,
    campaign,
    admin,
    mailbox,
    surveys,
    calendars,
    policies,
  ]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
