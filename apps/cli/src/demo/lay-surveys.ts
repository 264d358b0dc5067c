import { type Actor, ActorReader, demoId, stableId } from '#identity';
import { ImportClientSatisfaction } from '#kpis';
import { type Instant, instant } from '#kernel';
import { readSeed, Settings, UnitOfWork } from '#platform';
import {
  ApproveCampaign,
  AskForPublication,
  CampaignComments,
  CreateCampaign,
  FreezeSurveyVersion,
  importCampaign,
  IssueInvitations,
  OpenCampaign,
  PublishCampaign,
  RedactComment,
  STANDARD_VERSION_ID,
  SubmitAnswers,
} from '#surveys';
import type { INestApplicationContext } from '@nestjs/common';
import { Chance } from './chance.js';
import { answersOf, type Moods } from './survey-answers.js';

interface SurveySeed extends Moods {
  readonly earlier: {
    readonly titleLv: string;
    readonly titleEn: string;
    readonly frame: readonly { readonly institution: string; readonly users: number; readonly answered: number; readonly mood: number }[];
  };
  readonly open: { readonly answered: readonly { readonly institution: string; readonly share: number; readonly mood: number }[] };
  /** What somebody wrote, and how two people let it be read; null where they do not. */
  readonly comments: readonly { readonly text: string; readonly read: string | null }[];
  readonly earlierYears: readonly {
    readonly yearsAgo: number;
    readonly value: number;
    readonly answered: number;
    readonly source: string;
  }[];
}

const SEED = 40_400;
const DAY = 86_400_000_000;

/** Who runs the surveys, and who agrees. */
interface Two {
  readonly owner: Actor;
  readonly manager: Actor;
}

/** Last year's campaign, published; the open one of this year, half answered; and the years before, from reports. */
export async function laySurveys(app: INestApplicationContext): Promise<void> {
  const seed = readSeed<SurveySeed>('demo/surveys.json');
  const two = { owner: await actor(app, 'sanita'), manager: await actor(app, 'dace') };
  const chance = new Chance(SEED);
  const now = await app.get(UnitOfWork).run(async (tx) => tx.now);
  const earlierId = stableId('demo campaign', 'earlier');
  await layEarlier(app, seed, two, { id: earlierId, now, chance });
  const year = yearOf(now);
  for (const { yearsAgo, value, answered, source } of seed.earlierYears) {
    const then = year - yearsAgo;
    const from = source.replace('{year}', String(then));
    await app.get(ImportClientSatisfaction).execute(two.manager.id, { year: then, value, low: null, high: null, answered, source: from });
  }
  // Without the installation's secret nobody could answer.
  if (app.get(Settings).secret) await openThisYears(app, seed, two, { earlierId, now, chance });
}

async function layEarlier(
  app: INestApplicationContext,
  seed: SurveySeed,
  two: Two,
  { id, now, chance }: { id: string; now: Instant; chance: Chance },
): Promise<void> {
  const year = yearOf(now) - 1;
  const closedAt = instant(now - 340 * DAY);
  const openedAt = instant(closedAt - 22 * DAY);
  const texts = seed.comments.map(({ text }) => text);
  const frame = seed.earlier.frame.map(({ institution, users, answered, mood }) => ({
    institutionId: demoId('institution', institution),
    users,
    invited: users,
    answers: Array.from({ length: answered }, (_, at) => answersOf(chance, mood, seed, at % 9 === 4 ? texts.shift() : undefined)),
  }));
  const named = (title: string): string => title.replace('{year}', String(year));
  await app.get(UnitOfWork).run(async (tx) => {
    await app.get(FreezeSurveyVersion, { strict: false }).execute(tx, STANDARD_VERSION_ID, null);
    await importCampaign(tx, {
      ...{ id, year, openedAt, closedAt, frame, surveyVersionId: STANDARD_VERSION_ID },
      titleLv: named(seed.earlier.titleLv),
      titleEn: named(seed.earlier.titleEn),
      opensOn: dateOf(openedAt),
      closesOn: dateOf(closedAt),
      createdBy: two.owner.id,
      approvedBy: two.manager.id,
    });
  });
  await redact(app, seed, two, id);
  await app.get(AskForPublication, { strict: false }).execute(two.owner, id);
  await app.get(PublishCampaign, { strict: false }).execute(two.manager, id);
}

/** The owner proposes how each comment may be read, the manager confirms. */
async function redact(app: INestApplicationContext, { comments }: SurveySeed, { owner, manager }: Two, id: string): Promise<void> {
  const written = await app.get(CampaignComments, { strict: false }).forRedaction(owner, id);
  const redaction = app.get(RedactComment, { strict: false });
  for (const comment of written) {
    const known = comments.find(({ text }) => text === comment.text);
    await redaction.propose(owner, id, comment.id, known?.read ?? null);
    await redaction.confirm(manager, id, comment.id);
  }
}

async function openThisYears(
  app: INestApplicationContext,
  seed: SurveySeed,
  { owner, manager }: Two,
  { earlierId, now, chance }: { earlierId: string; now: Instant; chance: Chance },
): Promise<void> {
  const id = await app.get(CreateCampaign, { strict: false }).copy(owner, earlierId, dateOf(now));
  await app.get(ApproveCampaign, { strict: false }).execute(manager, id);
  await app.get(OpenCampaign, { strict: false }).execute(owner, id);
  const submit = app.get(SubmitAnswers, { strict: false });
  for (const { institution, share, mood } of seed.open.answered) {
    const round = await app
      .get(UnitOfWork)
      .run((tx) => app.get(IssueInvitations).execute(tx, { campaignId: id, institutionId: demoId('institution', institution), round: 0 }));
    const tokens = round?.tokens ?? [];
    for (const { token } of tokens.slice(0, Math.round(tokens.length * share))) await submit.execute(token, answersOf(chance, mood, seed));
  }
}

async function actor(app: INestApplicationContext, key: string): Promise<Actor> {
  const found = await app.get(ActorReader).byId(demoId('person', key));
  if (!found) throw new Error(`nobody called ${key} in the demonstration`);
  return found;
}

const riga = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

/** `YYYY-MM-DD` in Riga. */
function dateOf(at: Instant): string {
  return riga.format(at / 1_000);
}

function yearOf(at: Instant): number {
  return Number(dateOf(at).slice(0, 4));
}
