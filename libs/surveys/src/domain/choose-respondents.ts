import type { Campaign } from './campaign.js';
import { drawSample } from './draw-sample.js';

/** Somebody of an institution who could be asked. */
export interface Candidate {
  readonly id: string;
  readonly coordinator: boolean;
}

/**
 * Whom a campaign asks in one institution. A random sample takes as many people from each institution, large or small, since the headline
 * weighs them equally (DOMAIN 6), and everybody where there are fewer.
 */
export function chooseRespondents(campaign: Pick<Campaign, 'mode' | 'seed' | 'sampleSize'>, people: readonly Candidate[]): string[] {
  const asked = campaign.mode === 'institution_contacts' ? people.filter(({ coordinator }) => coordinator) : people;
  const ids = asked.map(({ id }) => id);
  return campaign.seed === null || campaign.sampleSize === null ? ids : drawSample(campaign.seed, ids, campaign.sampleSize);
}
