import { DomainError, type FieldError, type Instant } from '#kernel';
import type { CampaignState } from './campaign-lifecycle.js';
import type { CampaignDays } from './campaign-plan.js';

/** Who is asked: everybody, a random sample of each institution, or the institutions' coordinators (who are told that they are named). */
export const CAMPAIGN_MODES = ['all_users', 'random_sample', 'institution_contacts'] as const;

export type CampaignMode = (typeof CAMPAIGN_MODES)[number];

/** What the survey owner decides about a campaign. */
export interface CampaignTerms extends CampaignDays {
  readonly surveyVersionId: string;
  readonly titleLv: string;
  readonly titleEn: string;
  readonly year: number;
  readonly mode: CampaignMode;
  /** People drawn from each institution; null where no sample is drawn. */
  readonly sampleSize: number | null;
}

export interface Campaign extends CampaignTerms {
  readonly id: string;
  readonly anonymous: boolean;
  readonly seed: string | null;
  readonly minGroup: number;
  readonly state: CampaignState;
  readonly paused: boolean;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  /** Revision of the wording that was approved. */
  readonly approvedRevision: number | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** Why it was closed before its last day. */
  readonly closeReason: string | null;
  readonly publicationAskedBy: string | null;
  readonly publishedAt: Instant | null;
  readonly previousCampaignId: string | null;
  /** The ETag. */
  readonly version: number;
}

/** An institution that is not asked, and why. */
export interface Exclusion {
  readonly institutionId: string;
  readonly reason: string;
}

/** Calendar days that a campaign may last. */
const LONGEST = 120;

/** Answers are tied to a person only where he was asked as the contact of his institution, and told so. */
export function isAnonymous(mode: CampaignMode): boolean {
  return mode !== 'institution_contacts';
}

/** Throws `surveys.campaign-refused` (422) with each field at fault. `today` is a date. */
export function requireSoundTerms(terms: CampaignTerms, today: string): void {
  const faults = faultsOf(terms, today);
  if (faults.length > 0) throw new DomainError('surveys.campaign-refused', { count: faults.length }, 'invalid', faults);
}

function faultsOf({ mode, sampleSize, opensOn, closesOn, reminderDays }: CampaignTerms, today: string): FieldError[] {
  const fault = (pointer: string, code: string, when: boolean): FieldError[] => (when ? [{ pointer, code }] : []);
  const lasts = (Date.parse(closesOn) - Date.parse(opensOn)) / 86_400_000;
  return [
    ...fault('/sampleSize', 'surveys.sample-size-missing', mode === 'random_sample' && sampleSize === null),
    ...fault('/sampleSize', 'surveys.sample-size-needless', mode !== 'random_sample' && sampleSize !== null),
    ...fault('/opensOn', 'surveys.opens-in-past', opensOn < today),
    ...fault('/closesOn', 'surveys.closes-too-early', lasts < 1),
    ...fault('/closesOn', 'surveys.closes-too-late', lasts > LONGEST),
    ...fault(
      '/reminderDays',
      'surveys.reminders-disordered',
      reminderDays.some((day, i) => i > 0 && day <= reminderDays[i - 1]!),
    ),
  ];
}

/** Throws `surveys.own-campaign` to whoever made the campaign: a second person approves it. */
export function requireSecondPerson(campaign: Pick<Campaign, 'createdBy'>, actorId: string): void {
  if (campaign.createdBy === actorId) throw new DomainError('surveys.own-campaign', {}, 'forbidden');
}
