import { type Display, displayOf, type Figure, figureOf, hidden, type Share } from '#kernel';
import { hiddenCounts } from './coverage.js';
import { hiddenInstitutions } from './hidden-institutions.js';
import { hiddenGroups, hiddenItem, itemFigure, type ItemFigure, sumOf } from './item-figure.js';
import type { Definition } from './question.js';
import { type Item, type ItemTally, itemsOf, type Response, satisfiedOf, tallyItem } from './tally-answers.js';
import { byUsers, type GroupTally, institutionEqual, type WeightedShare } from './weighted-share.js';

/** What stands in the frame of a campaign for an institution. */
export interface FrameEntry {
  readonly institutionId: string;
  readonly users: number;
}

/** A weighted headline, unrounded, with what may be shown of it. */
export interface Headline extends Share {
  readonly nEff: number;
  readonly display: Display;
}

/** One institution's answers as they may be shown. */
export interface InstitutionFigures {
  readonly institutionId: string;
  /** Nothing of it is shown: it has too few answers, or would give away one that has. */
  readonly hidden: boolean;
  /** Satisfied people of the headline question. */
  readonly figure: Figure;
  /** Where the interval lies apart from that of all institutions together; null where they overlap: no ranking then. */
  readonly apart: 'above' | 'below' | null;
  /** Question by question; empty where the institution is hidden. */
  readonly items: readonly ItemFigure[];
}

/** Everything that may be shown of a campaign. This, and nothing more, is frozen at publication, printed, and written to files. */
export interface CampaignFigures {
  readonly answered: number;
  /** Institutions in which somebody could judge the headline question: those that the headline is the mean of. */
  readonly institutions: number;
  readonly equal: Headline | null;
  readonly byUsers: Headline | null;
  readonly unweighted: Figure;
  readonly items: readonly ItemFigure[];
  readonly perInstitution: readonly InstitutionFigures[];
  /** How many small institutions the headlines alone would give away; publication warns of them. */
  readonly pinned: number;
}

/** Counts a campaign's answers and decides what of them may be shown. `frame` names every institution that may have answered. */
export function campaignFigures(
  definition: Definition,
  responses: readonly Response[],
  frame: readonly FrameEntry[],
  least: number,
): CampaignFigures {
  const answering = frame.filter(({ institutionId }) => responses.some((response) => response.institutionId === institutionId));
  const items = itemsOf(definition);
  const tallies = tallyGroups(items, answering, responses);
  const headlineAt = items.findIndex(({ key }) => key === definition.headline);
  const headlines = tallies[headlineAt]!;
  const groups = answering.map((entry, at): GroupTally => {
    const tally = headlines[at]!;
    return { ...entry, n: tally.n, satisfied: satisfiedOf(items[headlineAt]!, tally) ?? 0 };
  });
  const concealed = hiddenInstitutions(groups, least);
  // Whose number of answers the coverage does not show: a question that everybody answered would show it.
  const uncounted = hiddenCounts(
    answering.map(({ institutionId }) => responses.filter((response) => response.institutionId === institutionId).length),
    least,
  );
  const whole = items.map((item, at) => itemFigure(item, sumOf(tallies[at]!), least));
  const equal = headlineOf(institutionEqual(groups), groups, least);
  return {
    answered: responses.length,
    institutions: groups.filter(({ n }) => n > 0).length,
    equal,
    byUsers: headlineOf(byUsers(groups), groups, least),
    unweighted: whole[headlineAt]?.satisfied ?? hidden({ numerator: 0, denominator: 0, extra: {} }),
    items: whole,
    perInstitution: institutionsOf({ items, tallies, groups, least, headlineAt }, new Set([...uncounted, ...concealed.hidden]), equal),
    pinned: concealed.pinned.length,
  };
}

interface Counted {
  readonly items: readonly Item[];
  /** By item, then by institution. */
  readonly tallies: readonly (readonly ItemTally[])[];
  readonly groups: readonly GroupTally[];
  readonly least: number;
  readonly headlineAt: number;
}

function tallyGroups(items: readonly Item[], answering: readonly FrameEntry[], responses: readonly Response[]): ItemTally[][] {
  const byInstitution = answering.map(({ institutionId }) => responses.filter((response) => response.institutionId === institutionId));
  return items.map((item) => byInstitution.map((own) => tallyItem(item, own)));
}

function institutionsOf(counted: Counted, concealed: ReadonlySet<number>, equal: Headline | null): InstitutionFigures[] {
  const { items, tallies, groups, least, headlineAt } = counted;
  const headlineHidden = hiddenGroups(items[headlineAt]!, tallies[headlineAt]!, least, concealed);
  const always = new Set([...concealed, ...headlineHidden]);
  const perItem = items.map((item, at) => hiddenGroups(item, tallies[at]!, least, always));
  return groups.map((group, at) => {
    const tally = { numerator: group.satisfied, denominator: group.n, extra: {} };
    const isHidden = always.has(at);
    const figure = isHidden ? hidden(tally) : figureOf(tally, 'opinions', null);
    return {
      institutionId: group.institutionId,
      hidden: isHidden,
      figure,
      apart: apartFrom(figure, equal),
      items: isHidden
        ? []
        : items.map((item, place) => (perItem[place]!.has(at) ? hiddenItem(item) : itemFigure(item, tallies[place]![at]!, least))),
    };
  });
}

/** An institution stands out only where its interval and that of the headline have nothing in common. */
function apartFrom({ low, high }: Figure, equal: Headline | null): 'above' | 'below' | null {
  if (low === null || high === null || !equal) return null;
  if (low > equal.high * 100) return 'above';
  return high < equal.low * 100 ? 'below' : null;
}

function headlineOf(share: WeightedShare | undefined, groups: readonly GroupTally[], least: number): Headline | null {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  if (!share || n < least) return null;
  // A sample is small by what its interval stands on; people are hidden by how many they are.
  const display = displayOf(n, 'opinions') === 'counts' ? 'counts' : share.nEff < 30 ? 'small' : 'full';
  return { ...share, display };
}
