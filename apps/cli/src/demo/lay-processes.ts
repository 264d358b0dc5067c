import { ActorReader, demoId, stableId } from '#identity';
import { FreezeMonths } from '#kpis';
import { type Instant, instant } from '#kernel';
import { ReactionRegistry, readSeed, UnitOfWork } from '#platform';
import { declareDemonstration, importProcess, type PastEvidence, type PastProcess, WatchProcesses } from '#processes';
import type { INestApplicationContext } from '@nestjs/common';
import { orderFile } from './order-file.js';

interface EvidenceSeed {
  readonly kind: PastEvidence['kind'];
  readonly document: string;
  readonly number?: string;
  readonly signatory?: string;
  /** Of a certain year, or so many days ago. */
  readonly date?: string;
  readonly daysAgo?: number;
  /** It holds until so many days from today. */
  readonly validDays?: number;
  readonly verified: boolean;
}

interface ProcessSeed extends Pick<PastProcess, 'practice' | 'terms'> {
  readonly owner: string;
  readonly registeredDaysAgo: number;
  readonly reviewInDays?: number;
  readonly steps: readonly { readonly event: PastProcess['steps'][number]['event']; readonly daysAgo: number }[];
  readonly evidence: readonly EvidenceSeed[];
}

const DAY = 86_400_000_000;
/** Steps that a manager takes; the others are the owner's. */
const MANAGERS = new Set(['approve', 'implement']);

/**
 * Processes in every stage with their past. Whether those that count do so by right, the months, the frozen figures and the watch find out,
 * as they would of any: what does not hold lapses here and now.
 */
export async function layProcesses(app: INestApplicationContext): Promise<void> {
  const seeds = readSeed<ProcessSeed[]>('demo/processes.json');
  const manager = await app.get(ActorReader).byId(demoId('person', 'dace'));
  if (!manager) throw new Error('nobody called dace in the demonstration');
  const reactions = app.get(ReactionRegistry);
  await app.get(UnitOfWork).run(async (tx) => {
    await declareDemonstration(tx);
    for (const seed of seeds) await importProcess(tx, pastOf(seed, manager.id, tx.now), reactions);
  });
  await app.get(FreezeMonths).execute();
  const watch = app.get(WatchProcesses);
  await watch.count();
  await watch.follow();
  await watch.callReviews();
}

function pastOf(seed: ProcessSeed, managerId: string, now: Instant): PastProcess {
  const { practice, terms, owner, registeredDaysAgo, reviewInDays, steps, evidence } = seed;
  const ownerId = demoId('person', owner);
  return {
    ...{ id: stableId('demo process', practice), practice, terms, ownerId },
    registeredAt: ago(now, registeredDaysAgo),
    steps: steps.map(({ event, daysAgo }) => ({ event, at: ago(now, daysAgo), byId: MANAGERS.has(event) ? managerId : ownerId })),
    reviewDueOn: reviewInDays === undefined ? null : dateOf(ago(now, -reviewInDays)),
    evidence: evidence.map((one) => evidenceOf(one, { ownerId, managerId, registeredDaysAgo }, now)),
  };
}

function evidenceOf(
  { kind, document, number, signatory, date, daysAgo, validDays, verified }: EvidenceSeed,
  { ownerId, managerId, registeredDaysAgo }: { ownerId: string; managerId: string; registeredDaysAgo: number },
  now: Instant,
): PastEvidence {
  // A document of years before came into the register with the process.
  const addedDaysAgo = daysAgo ?? registeredDaysAgo;
  const orderDate = date ?? dateOf(ago(now, addedDaysAgo));
  const facts = { document, number: number ?? null, date: orderDate, signatory: signatory ?? null };
  return {
    ...{ kind, document, orderDate, orderNumber: facts.number, signatory: facts.signatory },
    validTo: validDays === undefined ? null : dateOf(ago(now, -validDays)),
    ...{ addedById: ownerId, addedAt: ago(now, addedDaysAgo) },
    ...(verified ? { verifiedById: managerId, verifiedAt: ago(now, addedDaysAgo - 0.5) } : { verifiedById: null, verifiedAt: null }),
    file: orderFile(facts),
  };
}

const ago = (now: Instant, days: number): Instant => instant(now - Math.round(days * DAY));

const riga = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' });

/** `YYYY-MM-DD` in Riga. */
const dateOf = (at: Instant): string => riga.format(at / 1_000);
