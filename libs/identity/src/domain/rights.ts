import { ROLES, type Role } from './role.js';

/**
 * How far a right reaches (DOMAIN section 9): O own, I institution, G groups and queue, P own process or meeting, A all,
 * a aggregates only, N where named on the record, - not at all.
 */
export type Reach = 'O' | 'I' | 'G' | 'P' | 'A' | 'a' | 'N' | '-';

type Row = Readonly<Record<Role, Reach>>;

/** One reach for each role, in the order of the columns. */
function row(...reaches: [Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach]): Row {
  return Object.fromEntries(ROLES.map((role, at) => [role, reaches[at]])) as Row;
}

/** The table of DOMAIN section 9, as far as the rights exist; below the line, what follows from it for single screens. */
export const RIGHTS = {
  //                             RQ   IC   AG   GL   CM   CB   PO   MG   SO   AM   AU   AD
  'ticket.create': /*         */ row('O', 'I', 'A', 'A', 'A', 'O', 'O', 'O', 'O', 'O', '-', '-'),
  'ticket.read': /*           */ row('O', 'I', 'G', 'G', 'A', 'P', 'a', 'A', '-', 'G', 'A', '-'),
  'ticket.work': /*           */ row('-', '-', 'G', 'G', 'G', '-', '-', '-', '-', '-', '-', '-'),
  'ticket.read-restricted': /**/ row('O', '-', 'N', 'N', 'N', '-', '-', 'N', '-', '-', 'N', '-'),
  'rating.give': /*           */ row('O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', 'O', '-', '-'),
  'rating.read': /*           */ row('O', 'a', 'G', 'G', '-', '-', 'a', 'A', 'a', '-', 'A', '-'),
  'kpi.read': /*              */ row('-', 'I', 'G', 'G', 'A', '-', 'P', 'A', 'a', 'a', 'A', '-'),
  'audit.read': /*            */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A', 'A'),
  'admin.users': /*           */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A'),
  // "SLA compliance" is read by whoever reads the figures.
  'report.read': /*           */ row('-', 'I', 'G', 'G', 'A', '-', 'P', 'A', 'a', 'a', 'A', '-'),
  'kpi.recount': /*           */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', 'A'),
  // The coordinator's page of his institution: its tickets as a list and as a file, its figures, what is planned.
  'institution.overview': /*  */ row('-', 'I', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-'),
  // The desk's screens: whoever reads tickets beyond his own and his institution's.
  'ticket.desk': /*           */ row('-', '-', 'G', 'G', 'A', '-', '-', 'A', '-', 'G', 'A', '-'),
  // Looking up a person: whoever files or manages for others or names custodians; "read" of "Users, roles" for the auditor.
  'people.read': /*           */ row('-', 'I', 'A', 'A', 'A', '-', '-', 'A', '-', 'A', 'A', 'A'),
  // A process owner drafts the shares of groups and looks into their work.
  'group.read': /*            */ row('-', '-', 'A', 'A', 'A', '-', 'A', 'A', '-', 'A', 'A', 'A'),
  'institution.read': /*      */ row('O', 'I', 'A', 'A', 'A', 'O', 'O', 'A', 'A', 'A', 'A', 'A'),
  'service.read': /*          */ row('O', 'O', 'A', 'A', 'A', 'O', 'O', 'A', 'O', 'O', 'A', 'A'),
  // "SLA, catalogue set-up": whoever works at the Centre reads it; drafts and their approval are two people's work.
  'sla.read': /*              */ row('-', '-', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A'),
  'sla.draft': /*             */ row('-', '-', '-', '-', '-', '-', 'P', '-', '-', '-', '-', 'A'),
  'sla.publish': /*           */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  // Trying the past with other rules shows figures only, and takes the machine's time.
  'sla.simulate': /*          */ row('-', '-', '-', '-', '-', '-', 'A', 'A', '-', '-', 'A', '-'),
  // "Void breach, re-date", and confirming a relaxation (DOMAIN 4.3(7a), (8)).
  'clock.decide': /*          */ row('-', '-', '-', 'G', '-', '-', '-', '-', '-', '-', '-', '-'),
  // "Run surveys": the survey owner runs, a manager agrees; an auditor reads.
  'survey.run': /*            */ row('-', '-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-'),
  'survey.agree': /*          */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  'survey.read': /*           */ row('-', '-', '-', '-', '-', '-', '-', 'A', 'A', '-', 'A', '-'),
  'survey.results': /*        */ row('-', 'I', 'a', 'a', 'a', '-', 'a', 'a', 'a', '-', 'a', '-'),
  // The list of a group's ratings, for whoever reads ratings with their comments beyond his own.
  'rating.list': /*           */ row('-', '-', 'G', 'G', '-', '-', '-', 'A', '-', '-', 'A', '-'),
  // A bad rating is answered by the lead of the group.
  'rating.follow-up': /*      */ row('-', '-', '-', 'G', '-', '-', '-', 'A', '-', '-', '-', '-'),
  // The wall shows figures without people to whoever works at the Centre.
  'wall.read': /*             */ row('-', '-', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A', 'A'),
  // "CMDB/equipment": everybody reads what he is the custodian of; whoever keeps the register writes it.
  'cmdb.read': /*             */ row('O', 'I', 'A', 'A', 'A', '-', '-', 'a', '-', 'A', 'A', '-'),
  'cmdb.write': /*            */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', 'A', '-', '-'),
  // "Draft change": requesters ask in plain words, coordinators for their institution.
  'change.draft': /*          */ row('O', 'I', 'A', 'A', 'A', '-', '-', '-', '-', 'A', '-', '-'),
  // The pages of changes on the desk; which changes are on them, "Read ticket" says.
  'change.read': /*           */ row('-', '-', 'G', 'G', 'A', 'P', 'P', 'A', '-', 'G', 'A', '-'),
  // Starting and finishing the work on a change, by the group that implements it.
  'change.work': /*           */ row('-', '-', 'G', 'G', 'G', '-', '-', '-', '-', '-', '-', '-'),
  // What DOMAIN 3.4 gives to the change manager: return, request authority, move outside the rules, close.
  'change.manage': /*         */ row('-', '-', '-', '-', 'A', '-', '-', '-', '-', '-', '-', '-'),
  // "Approve change": a decision is given by whoever was named for it; a coordinator for the client's step.
  'approval.decide': /*       */ row('-', 'P', '-', 'P', 'P', 'P', 'P', 'P', '-', '-', '-', '-'),
  // The change calendar: whoever works at the Centre, and coordinators as far as their institution's services go.
  'change.calendar': /*       */ row('-', 'I', 'A', 'A', 'A', 'A', 'A', 'A', '-', 'A', 'A', '-'),
  // "Manage calendar, freeze".
  'change.freeze': /*         */ row('-', '-', '-', '-', 'A', '-', '-', '-', '-', '-', '-', '-'),
  // A template of standard changes: the change manager writes it, a manager puts it in force by an order.
  'change.template': /*       */ row('-', '-', '-', '-', 'A', '-', '-', '-', '-', '-', '-', '-'),
  'change.template-approve': /**/ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  // CAB meetings: the change manager calls and runs them; members and whoever audits read.
  'meeting.run': /*           */ row('-', '-', '-', '-', 'A', '-', '-', '-', '-', '-', '-', '-'),
  'meeting.read': /*          */ row('-', '-', '-', '-', 'A', 'P', '-', 'A', '-', '-', 'A', '-'),
  // Telling institutions of a disruption: the lead of the group that works on it, the change manager.
  'announcement.write': /*    */ row('-', '-', '-', 'G', 'A', '-', '-', '-', '-', '-', '-', '-'),
  // "Process register": process owners enter and describe their own, a manager names owners, verifies and approves, an auditor reads.
  'process.read': /*          */ row('-', '-', 'a', 'a', 'a', '-', 'A', 'A', '-', '-', 'A', '-'),
  'process.write': /*         */ row('-', '-', '-', '-', '-', '-', 'P', 'A', '-', '-', '-', '-'),
  'process.approve': /*       */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  // Event logs of other systems, taken in to be read like the desk's own.
  'event-log.write': /*       */ row('-', '-', '-', '-', '-', '-', 'A', 'A', '-', '-', '-', '-'),
  // Problems (DOMAIN 3.3): agents work on them, the lead opens the search, verifies and dismisses, a manager accepts a risk.
  'problem.work': /*          */ row('-', '-', 'G', 'G', 'G', '-', '-', '-', '-', '-', '-', '-'),
  'problem.lead': /*          */ row('-', '-', '-', 'G', '-', '-', '-', '-', '-', '-', '-', '-'),
  'problem.accept-risk': /*   */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  // "KPI, scorecard": managers keep goals and values; a process owner's own would be those of an indicator that is his, and there is none yet.
  'scorecard.read': /*        */ row('-', 'I', 'G', 'G', 'A', '-', 'P', 'A', 'a', 'a', 'A', '-'),
  'scorecard.write': /*       */ row('-', '-', '-', '-', '-', '-', 'P', 'A', '-', '-', '-', '-'),
  // The registers beside it: audit recommendations (their owners see and answer their own) and internal-control elements.
  'recommendation.read': /*   */ row('-', '-', 'O', 'O', 'O', '-', 'O', 'A', '-', 'O', 'A', '-'),
  'recommendation.write': /*  */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  'control.read': /*          */ row('-', '-', 'A', 'A', 'A', '-', 'A', 'A', 'A', 'A', 'A', 'A'),
  'control.write': /*         */ row('-', '-', '-', '-', '-', '-', 'A', 'A', '-', '-', '-', '-'),
  // The register of reports: managers publish and schedule; whoever reads figures reads those that are meant for him.
  'report.publish': /*        */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  // Answers kept ready for whoever works tickets; taking a merge back is the lead's (DOMAIN 4.3(9)).
  'answer.write': /*          */ row('-', '-', 'G', 'G', 'A', '-', '-', '-', '-', '-', '-', '-'),
  'ticket.unmerge': /*        */ row('-', '-', '-', 'G', '-', '-', '-', '-', '-', '-', '-', '-'),
  // Administration: what the desk is made of, and who may do what; a manager gives the second approval (DOMAIN 9, "Users, roles").
  'catalogue.write': /*       */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A'),
  'organisation.read': /*     */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', 'A', 'A'),
  'organisation.write': /*    */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A'),
  'grant.approve': /*         */ row('-', '-', '-', '-', '-', '-', '-', 'A', '-', '-', '-', '-'),
  'api-client.write': /*      */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A'),
  'admin.settings': /*        */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A'),
  // What became of each mail that came in: subjects and addresses, never its text.
  'mail-log.read': /*         */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A', 'A'),
  // Mail that the demo keeps instead of sending it.
  'admin.mailbox': /*         */ row('-', '-', '-', '-', '-', '-', '-', '-', '-', '-', '-', 'A'),
} as const satisfies Record<string, Row>;

export type Right = keyof typeof RIGHTS;

export const ALL_RIGHTS = Object.keys(RIGHTS) as Right[];

/** Is this the name of a right? What `@Require` names is checked at start-up. */
export function isRight(name: string): name is Right {
  return Object.hasOwn(RIGHTS, name);
}
