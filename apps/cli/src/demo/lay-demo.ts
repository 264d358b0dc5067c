import { seedAssetsDemo } from '#assets';
import { CalendarBook } from '#calendars';
import { seedCatalogueDemo } from '#catalogue';
import { layTemplates } from '#changes';
import { type DemoAccount, demoId, seedIdentityDemo } from '#identity';
import { ImportFacts } from '#kpis';
import { instant } from '#kernel';
import { ReactionRegistry, UnitOfWork } from '#platform';
import { LayScorecards, RecountTraces, seedRegistersDemo } from '#processes';
import { RebuildIndex } from '#search';
import { ImportClocks, seedSlaDemo } from '#sla';
import { hasTickets } from '#tickets';
import type { INestApplicationContext } from '@nestjs/common';
import { actScenes } from './act-scenes.js';
import { layAccess } from './lay-access.js';
import { layChanges } from './lay-changes.js';
import { layAnnouncements } from './lay-announcements.js';
import { layAnswers } from './lay-answers.js';
import { layReferenceWords } from './lay-reference-words.js';
import { layImports } from './lay-imports.js';
import { layProblems } from './lay-problems.js';
import { layMeetings } from './lay-meetings.js';
import { layRouting } from './lay-routing.js';
import { layReports } from './lay-reports.js';
import { layProcesses } from './lay-processes.js';
import { layNotices } from './lay-notices.js';
import { layMail } from './lay-mail.js';
import { laySurveys } from './lay-surveys.js';
import { laySavedViews } from './lay-saved-views.js';
import { layTogether } from './lay-together.js';
import { layTickets } from './lay-tickets.js';
import type { Story } from './story.js';
import { tellStories } from './tell-stories.js';

/** Two hundred days reach over six whole months, so that trends have something to show. */
const DAYS = 215;
const DAY = 86_400_000_000;
const PER_DAY = 9;
const SEED = 20_200;

/**
 * Lays out the demonstration: people and services, then the tickets of the last months, unless tickets are there already (so that a
 * first start that was interrupted can be repeated). Answers the accounts with their new passwords.
 */
export async function layDemo(app: INestApplicationContext): Promise<DemoAccount[]> {
  const officeHours = await app.get(CalendarBook).byCode('lv-8x5');
  const clocks = app.get(ImportClocks);
  let told: readonly Story[] = [];
  let now = 0;
  const accounts = await app.get(UnitOfWork).run(async (tx) => {
    now = tx.now;
    const given = await seedIdentityDemo(tx, { renewPasswords: true });
    await seedCatalogueDemo(tx);
    await seedAssetsDemo(tx);
    await seedSlaDemo(tx, instant(tx.now - DAYS * DAY));
    told = (await hasTickets(tx)) ? [] : tellStories({ now: tx.now, days: DAYS, perDay: PER_DAY, seed: SEED }, officeHours);
    await seedRegistersDemo(tx);
    if (told.length > 0) await layTemplates(tx);
    if (told.length > 0) await layTickets(tx, told, { reactions: app.get(ReactionRegistry), clocks, rules: await clocks.rules(tx) });
    return given;
  });
  if (told.length > 0) await layAccess(app, now);
  await actScenes(app, told);
  await app.get(ImportFacts).execute();
  if (told.length > 0) await layChanges(app);
  if (told.length > 0) await layMeetings(app, officeHours);
  if (told.length > 0) await layProblems(app, told);
  if (told.length > 0) await laySavedViews(app);
  if (told.length > 0) await layTogether(app, told);
  if (told.length > 0) await layAnnouncements(app);
  if (told.length > 0) await layReferenceWords(app);
  if (told.length > 0) await layAnswers(app);
  if (told.length > 0) await layRouting(app);
  if (told.length > 0) await layMail(app);
  if (told.length > 0) await layNotices(app);
  if (told.length > 0) await laySurveys(app);
  if (told.length > 0) await layProcesses(app);
  if (told.length > 0) await app.get(LayScorecards, { strict: false }).execute(demoId('person', 'dace'));
  if (told.length > 0) await layReports(app);
  if (told.length > 0) await layImports(app);
  if (told.length > 0) await app.get(RecountTraces).execute();
  if (told.length > 0) await app.get(RebuildIndex).plan(null);
  return accounts;
}
