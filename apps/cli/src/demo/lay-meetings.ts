import { ApprovalBook } from '#approvals';
import type { WorkingCalendar } from '#calendars';
import { CallMeeting } from '#changes';
import { IdentityFacts } from '#identity';
import { instant } from '#kernel';
import { UnitOfWork } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

const HOUR = 3_600_000_000;
/** Roles that are held for the whole service. */
const NO_INSTITUTION = '00000000-0000-0000-0000-000000000000';

/** The board is called for the morning of the working day after next, for all that awaits a decision. */
export async function layMeetings(app: INestApplicationContext, officeHours: WorkingCalendar): Promise<void> {
  const now = await app.get(UnitOfWork).run(async (tx) => tx.now);
  const manager = await demoActor(app, 'andris');
  // The working day ends at midnight in Riga; fourteen hours before that it is ten in the morning.
  const startsAt = instant(officeHours.workingDaysAfter(now, 2) - 14 * HOUR);
  const identity = app.get(IdentityFacts);
  const board = await identity.holdersOf('cab_member', NO_INSTITUTION);
  const changeIds = await app.get(ApprovalBook).awaiting();
  const meeting = { title: 'Izmaiņu konsultatīvās padomes sanāksme', startsAt, place: '214. telpa un tiešsaistē', quorum: undefined };
  await app.get(CallMeeting, { strict: false }).execute(manager, { ...meeting, memberIds: [...board, manager.id], changeIds });
}
