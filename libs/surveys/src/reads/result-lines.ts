import { DomainError, type Figure } from '#kernel';
import type { InstitutionFigures } from '../domain/campaign-figures.js';
import type { ItemFigure } from '../domain/item-figure.js';
import type { CampaignResult } from '../store/published-results.js';
import type { ReadResult } from './campaign-results.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** One institution of the table. */
export interface InstitutionLine extends Pick<InstitutionFigures, 'hidden' | 'figure' | 'apart'> {
  readonly institution: Named;
  /** The year before, where it is shown in both years. */
  readonly before: Figure | null;
}

/** Which clients answered. "All institutions" may be said only where each did, or is excluded with a reason. */
export interface ResultCoverage {
  readonly asked: number;
  readonly responding: number;
  readonly complete: boolean;
  readonly silent: readonly (Named & { readonly invited: number })[];
  readonly excluded: readonly (Named & { readonly reason: string })[];
}

export function coverageOf({ frame }: CampaignResult, named: (id: string) => Named): ResultCoverage {
  const asked = frame.filter(({ excluded }) => !excluded);
  const silent = asked.filter(({ responded }) => !responded);
  return {
    asked: asked.length,
    responding: asked.length - silent.length,
    complete: asked.length > 0 && silent.length === 0,
    silent: silent.map(({ institutionId, invited }) => ({ ...named(institutionId), invited })),
    excluded: frame
      .filter(({ excluded }) => excluded)
      .map(({ institutionId, reason }) => ({ ...named(institutionId), reason: reason ?? '' })),
  };
}

/** The institutions that the reader sees, by name: where intervals overlap, an order by figures would be a ranking of chance. */
export function linesOf(
  { figures, institutionIds }: ReadResult,
  named: (id: string) => Named,
  before: CampaignResult | undefined,
  locale: string,
): InstitutionLine[] {
  const shownThen = (id: string): Figure | null =>
    before?.figures.perInstitution.find(({ institutionId, hidden }) => institutionId === id && !hidden)?.figure ?? null;
  return figures.perInstitution
    .filter(({ institutionId }) => institutionIds === 'all' || institutionIds.includes(institutionId))
    .map(({ institutionId, hidden, figure, apart }) => ({
      institution: named(institutionId),
      hidden,
      figure,
      apart,
      before: hidden ? null : shownThen(institutionId),
    }))
    .sort((a, b) => a.institution.name.localeCompare(b.institution.name, locale));
}

/**
 * The questions of everybody, or of one institution. Throws `surveys.institution-hidden` (409) where its answers are not shown, and
 * `surveys.institution.not-found` where it did not answer or is not the reader's.
 */
export function itemsFor({ figures, institutionIds }: ReadResult, institutionId: string | undefined): readonly ItemFigure[] {
  if (institutionId === undefined) return figures.items;
  const own = figures.perInstitution.find((line) => line.institutionId === institutionId);
  if (!own || (institutionIds !== 'all' && !institutionIds.includes(institutionId)))
    throw new DomainError('surveys.institution.not-found', {}, 'not-found');
  if (own.hidden) throw new DomainError('surveys.institution-hidden', {}, 'conflict');
  return own.items;
}
