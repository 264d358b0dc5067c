import type { MatrixRow } from './row.js';
import { APPROVALS } from './rows/approvals.js';
import { ANNOUNCEMENTS } from './rows/announcements.js';
import { ASSETS } from './rows/assets.js';
import { CALENDARS } from './rows/calendars.js';
import { CATALOGUE } from './rows/catalogue.js';
import { CHANGES } from './rows/changes.js';
import { CHANGE_CALENDAR } from './rows/change-calendar.js';
import { CLOCKS, RUNS } from './rows/clocks.js';
import { FIGURES } from './rows/figures.js';
import { IDENTITY } from './rows/identity.js';
import { INBOUND } from './rows/inbound.js';
import { INCIDENTS } from './rows/incidents.js';
import { MEETINGS } from './rows/meetings.js';
import { NEWS } from './rows/news.js';
import { OPERATIONS } from './rows/operations.js';
import { ORGANISATION } from './rows/organisation.js';
import { POLICIES } from './rows/policies.js';
import { PROBLEMS } from './rows/problems.js';
import { PROCESSES } from './rows/processes.js';
import { QUEUE } from './rows/queue.js';
import { REGISTERS } from './rows/registers.js';
import { REPORTS } from './rows/reports.js';
import { ROUTING } from './rows/routing.js';
import { SCORECARDS } from './rows/scorecards.js';
import { SEARCH } from './rows/search.js';
import { RATINGS } from './rows/ratings.js';
import { REPLIES } from './rows/replies.js';
import { SURVEYS } from './rows/surveys.js';
import { TEMPLATES } from './rows/templates.js';
import { TICKETS } from './rows/tickets.js';

/**
 * Who may do what: one row for each route, several where it depends on the body. A route without a row fails, and so does a row
 * without a route.
 */
export const MATRIX: readonly MatrixRow[] = [
  ...IDENTITY,
  ...OPERATIONS,
  ...ORGANISATION,
  ...CATALOGUE,
  ...CALENDARS,
  ...ASSETS,
  ...TICKETS,
  ...QUEUE,
  ...APPROVALS,
  ...MEETINGS,
  ...INCIDENTS,
  ...REPLIES,
  ...ROUTING,
  ...CHANGES,
  ...PROBLEMS,
  ...CHANGE_CALENDAR,
  ...CLOCKS,
  ...RUNS,
  ...POLICIES,
  ...RATINGS,
  ...SURVEYS,
  ...FIGURES,
  ...NEWS,
  ...INBOUND,
  ...TEMPLATES,
  ...ANNOUNCEMENTS,
  ...PROCESSES,
  ...REGISTERS,
  ...REPORTS,
  ...SCORECARDS,
  ...SEARCH,
];
