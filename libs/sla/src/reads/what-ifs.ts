import { Injectable } from '@nestjs/common';
import { type Actor, scopeOf } from '#identity';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { type Named, type Names, type TicketFact, TicketFacts, TicketNames } from '#tickets';
import { type ChangedSide, figureOf, type Pair, type SharedFigure, type SimulationSums } from '../domain/simulation.js';
import { slaRuns } from '../store/runs.js';
import type { WhatIf } from '../use-cases/begin-what-if.js';
import { type NamedRun, SlaRuns } from './sla-runs.js';

/** Figures of the same clocks, as it was and as it would have been. */
export interface Compared {
  readonly asWas: SharedFigure;
  readonly asWouldBe: SharedFigure;
}

export interface WhatIfResult extends Compared {
  readonly tickets: number;
  readonly byKind: readonly (Compared & { readonly kind: string })[];
  readonly byPriority: readonly (Compared & { readonly priority: number })[];
  readonly byInstitution: readonly (Compared & { readonly institution: Named })[];
  readonly undecided: number;
  readonly unpromised: number;
  readonly toBreached: number;
  readonly toMet: number;
  readonly replayDiffers: SimulationSums['differs'];
}

/** A clock that changes sides; the ticket is null where the actor may not see it. */
export interface ShownChange extends Omit<ChangedSide, 'institutionId' | 'margin'> {
  readonly ticket: { readonly number: string; readonly title: string } | null;
  readonly institution: Named;
}

/** A what-if with what was asked and, when it is done, what it came to. */
export interface ShownWhatIf {
  readonly run: NamedRun;
  readonly asked: WhatIf;
  readonly result: WhatIfResult | null;
}

/** What-ifs that were asked for, and their answers. */
@Injectable()
export class WhatIfs {
  constructor(
    private readonly runs: SlaRuns,
    private readonly database: Database,
    private readonly names: TicketNames,
    private readonly tickets: TicketFacts,
  ) {}

  /** Latest first. */
  async list(actor: Actor, limit: number): Promise<ShownWhatIf[]> {
    const runs = await this.runs.list(actor, { kind: 'what_if', limit });
    const institutions = runs.flatMap((run) => Object.keys(sumsOf(run)?.byInstitution ?? {}));
    const names = await this.names.find(actor.locale, { institutions });
    return runs.map((run) => shown(run, names));
  }

  /** Throws `sla.run-not-found`. */
  async read(actor: Actor, id: string): Promise<ShownWhatIf & { readonly changed: readonly ShownChange[] }> {
    const run = await this.runs.read(actor, id);
    if (run.kind !== 'what_if') throw new DomainError('sla.run-not-found', {}, 'not-found');
    const changed = run.result === null ? [] : await slaRuns.details<ChangedSide>(this.database, id);
    const institutions = [...Object.keys(sumsOf(run)?.byInstitution ?? {}), ...changed.map(({ institutionId }) => institutionId)];
    const names = await this.names.find(actor.locale, { institutions });
    return { ...shown(run, names), changed: await this.changes(actor, changed, names) };
  }

  /** Who reads aggregates only sees no rows at all (DOMAIN 9); the others see of a ticket what they may. */
  private async changes(actor: Actor, changed: readonly ChangedSide[], names: Names): Promise<ShownChange[]> {
    const scope = scopeOf(actor, 'ticket.read');
    if (!scope.all && !scope.userSupport && !scope.byGroup) return [];
    const ids = [...new Set(changed.map(({ ticketId }) => ticketId))];
    const [facts, visible] = await Promise.all([this.tickets.byIds(ids), this.tickets.visibleAmong(actor, ids)]);
    return changed.map((one) => shownChange(one, visible.has(one.ticketId) ? facts.get(one.ticketId) : undefined, names));
  }
}

function sumsOf(run: NamedRun): SimulationSums | null {
  return run.result as unknown as SimulationSums | null;
}

function shownChange({ institutionId, margin: _, ...one }: ChangedSide, ticket: TicketFact | undefined, names: Names): ShownChange {
  return { ...one, ticket: ticket ? { number: ticket.number, title: ticket.title } : null, institution: names.of(institutionId) };
}

function shown(run: NamedRun, names: Names): ShownWhatIf {
  const asked = run.request['asked'] as unknown as WhatIf;
  const sums = sumsOf(run);
  return { run, asked, result: sums && resultOf(sums, names) };
}

function compared({ was, would }: Pair): Compared {
  return { asWas: figureOf(was), asWouldBe: figureOf(would) };
}

function resultOf(sums: SimulationSums, names: Names): WhatIfResult {
  const { tickets, undecided, unpromised, toBreached, toMet, differs } = sums;
  const byPriority = Object.entries(sums.byPriority).map(([priority, pair]) => ({ priority: Number(priority), ...compared(pair) }));
  const byInstitution = Object.entries(sums.byInstitution).map(([id, pair]) => ({ institution: names.of(id), ...compared(pair) }));
  return {
    ...compared(sums.all),
    byKind: ['response', 'resolution'].flatMap((kind) => (sums.byKind[kind] ? [{ kind, ...compared(sums.byKind[kind]) }] : [])),
    byPriority: byPriority.sort((a, b) => a.priority - b.priority),
    byInstitution: byInstitution.sort((a, b) => a.institution.name.localeCompare(b.institution.name, 'lv')),
    ...{ tickets, undecided, unpromised, toBreached, toMet, replayDiffers: differs },
  };
}
