import { type Actor, hasRole } from './actor.js';
import { holds } from './scope-of.js';

export type Home = 'portal' | 'desk' | 'reports' | 'processes' | 'admin';

/** Where a person lands after signing in: with the work that his roles are for. */
export function homeOf(actor: Actor): Home {
  if (holds(actor, 'ticket.work')) return 'desk';
  if (hasRole(actor, 'manager') || hasRole(actor, 'auditor') || hasRole(actor, 'survey_officer')) return 'reports';
  if (hasRole(actor, 'process_owner')) return 'processes';
  if (hasRole(actor, 'administrator')) return 'admin';
  return holds(actor, 'ticket.desk') ? 'desk' : 'portal';
}
