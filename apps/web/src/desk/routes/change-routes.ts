import { createRoute } from '@tanstack/react-router';
import { part } from '../part';
import { readApprovalsSearch } from '../approvals/approvals-search';
import { readChangeCalendarSearch } from '../change-calendar/calendar-search';
import { readChangesSearch } from '../changes/changes-search';
import { requireRight, root } from './root';

const changes = createRoute({
  getParentRoute: () => root,
  path: '/desk/changes',
  beforeLoad: requireRight('change.read'),
  validateSearch: readChangesSearch,
  component: part(() => import('../changes/ChangesPage'), 'ChangesPage'),
});
const change = createRoute({
  getParentRoute: () => root,
  path: '/desk/changes/$number',
  // Whoever is asked to decide reads what he decides about.
  beforeLoad: requireRight('change.read', 'approval.decide'),
  component: part(() => import('../changes/ChangePage'), 'ChangePage'),
});
const changeCalendar = createRoute({
  getParentRoute: () => root,
  path: '/desk/calendar',
  beforeLoad: requireRight('change.calendar'),
  validateSearch: readChangeCalendarSearch,
  component: part(() => import('../change-calendar/ChangeCalendarPage'), 'ChangeCalendarPage'),
});
const changeTemplates = createRoute({
  getParentRoute: () => root,
  path: '/desk/change-templates',
  beforeLoad: requireRight('change.read'),
  component: part(() => import('../change-templates/TemplatesPage'), 'TemplatesPage'),
});
const announcements = createRoute({
  getParentRoute: () => root,
  path: '/desk/announcements',
  beforeLoad: requireRight('change.read'),
  component: part(() => import('../announcements/AnnouncementsPage'), 'AnnouncementsPage'),
});
const approvals = createRoute({
  getParentRoute: () => root,
  path: '/desk/approvals',
  beforeLoad: requireRight('approval.decide'),
  validateSearch: readApprovalsSearch,
  component: part(() => import('../approvals/ApprovalsPage'), 'ApprovalsPage'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/desk/meetings',
  beforeLoad: requireRight('meeting.read'),
  component: part(() => import('../meetings/MeetingsPage'), 'MeetingsPage'),
});
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/desk/meetings/$id',
  beforeLoad: requireRight('meeting.read'),
  component: part(() => import('../meetings/MeetingPage'), 'MeetingPage'),
});

/** Changes and what surrounds them. */
export const changeRoutes = [changes, change, changeCalendar, changeTemplates, announcements, approvals, meetings, meeting] as const;
