import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readApprovalsSearch } from '../approvals/approvals-search';
import { readChangeCalendarSearch } from '../change-calendar/calendar-search';
import { readChangesSearch } from '../changes/changes-search';
import { requireRight, root } from './root';

const changes = createRoute({
  getParentRoute: () => root,
  path: '/desk/changes',
  beforeLoad: requireRight('change.read'),
  validateSearch: readChangesSearch,
  component: lazyRouteComponent(() => import('../changes/ChangesPage'), 'ChangesPage'),
});
const change = createRoute({
  getParentRoute: () => root,
  path: '/desk/changes/$number',
  // Whoever is asked to decide reads what he decides about.
  beforeLoad: requireRight('change.read', 'approval.decide'),
  component: lazyRouteComponent(() => import('../changes/ChangePage'), 'ChangePage'),
});
const changeCalendar = createRoute({
  getParentRoute: () => root,
  path: '/desk/calendar',
  beforeLoad: requireRight('change.calendar'),
  validateSearch: readChangeCalendarSearch,
  component: lazyRouteComponent(() => import('../change-calendar/ChangeCalendarPage'), 'ChangeCalendarPage'),
});
const changeTemplates = createRoute({
  getParentRoute: () => root,
  path: '/desk/change-templates',
  beforeLoad: requireRight('change.read'),
  component: lazyRouteComponent(() => import('../change-templates/TemplatesPage'), 'TemplatesPage'),
});
const announcements = createRoute({
  getParentRoute: () => root,
  path: '/desk/announcements',
  beforeLoad: requireRight('change.read'),
  component: lazyRouteComponent(() => import('../announcements/AnnouncementsPage'), 'AnnouncementsPage'),
});
const approvals = createRoute({
  getParentRoute: () => root,
  path: '/desk/approvals',
  beforeLoad: requireRight('approval.decide'),
  validateSearch: readApprovalsSearch,
  component: lazyRouteComponent(() => import('../approvals/ApprovalsPage'), 'ApprovalsPage'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/desk/meetings',
  beforeLoad: requireRight('meeting.read'),
  component: lazyRouteComponent(() => import('../meetings/MeetingsPage'), 'MeetingsPage'),
});
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/desk/meetings/$id',
  beforeLoad: requireRight('meeting.read'),
  component: lazyRouteComponent(() => import('../meetings/MeetingPage'), 'MeetingPage'),
});

/** Changes and what surrounds them. */
export const changeRoutes = [changes, change, changeCalendar, changeTemplates, announcements, approvals, meetings, meeting] as const;
