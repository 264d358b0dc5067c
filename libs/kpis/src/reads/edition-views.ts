import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import { type Figure, figureOf } from '#kernel';
import { KPIS } from '../domain/kpi.js';
import { EditionStore, type PublishedEdition } from '../store/edition-store.js';
import type { Selection } from './selection.js';
import { Tallies } from './tallies.js';

/** What was published of a month. */
export interface EditionView extends Omit<PublishedEdition, 'id' | 'actorId'> {
  /** Null where the system froze or restated by itself. */
  readonly person: string | null;
  /** Of the part that the selection sees. Opinions: null, since two editions side by side could tell what one person said. */
  readonly figure: Figure | null;
}

/** The editions of a month, each with the figure that it holds. */
@Injectable()
export class EditionViews {
  constructor(
    private readonly editions: EditionStore,
    private readonly tallies: Tallies,
    private readonly identity: IdentityFacts,
  ) {}

  /** Latest first; of the first month of the selection. */
  async of(selection: Selection, target: number | null): Promise<EditionView[]> {
    const { code, months } = selection;
    const editions = await this.editions.all(code, months[0]!);
    const people = editions.flatMap(({ actorId }) => actorId ?? []);
    const names = people.length > 0 ? await this.identity.names(people) : new Map<string, string>();
    const { nature, better } = KPIS[code];
    return Promise.all(
      editions.map(async ({ id, actorId, ...edition }) => ({
        ...edition,
        person: actorId === null ? null : (names.get(actorId) ?? null),
        figure: nature === 'opinions' ? null : figureOf(await this.tallies.whole({ ...selection, edition: id }), nature, target, better),
      })),
    );
  }
}
