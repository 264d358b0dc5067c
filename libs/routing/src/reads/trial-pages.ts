import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { figureOf, formatInstant, notFound } from '#kernel';
import { Database, type FigureResponse, type Run } from '#platform';
import { type Names, type TicketFact, TicketFacts, TicketNames } from '#tickets';
import type { Agreement, RuleSums, TrialRule, TrialSums } from '../domain/trial.js';
import type { DifferingTicketResponse, RuleTrialResponse, TriedRuleResponse } from '../http/responses/trial.response.js';
import { routingRuns } from '../store/runs.js';

/** The tickets that a result names, as far as one reader may see them. */
interface Shown {
  readonly names: Names;
  readonly facts: ReadonlyMap<string, TicketFact>;
  readonly visible: ReadonlySet<string>;
}

/** Tries of rules, each for who began it. */
@Injectable()
export class TrialPages {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly names: TicketNames,
  ) {}

  /** Throws `routing.trial.not-found`, also for another's. */
  async one(actor: Actor, id: string): Promise<RuleTrialResponse> {
    const run = await routingRuns.find(this.database, id);
    if (run?.actorId !== actor.id) throw notFound('routing.trial');
    return this.write(actor, run);
  }

  async latest(actor: Actor): Promise<RuleTrialResponse | null> {
    const [run] = await routingRuns.list(this.database, ['trial'], actor.id, 1);
    return run ? this.write(actor, run) : null;
  }

  private async write(actor: Actor, run: Run): Promise<RuleTrialResponse> {
    const { id, state, done, total, request, error } = run;
    const sums = run.result as unknown as TrialSums | null;
    return {
      ...{ id, state, done, total, days: Number(request['days']), withInactive: request['withInactive'] === true },
      createdAt: formatInstant(run.createdAt),
      finishedAt: run.finishedAt === null ? null : formatInstant(run.finishedAt),
      result: sums && (await this.result(actor, request['rules'] as unknown as TrialRule[], sums)),
      error: error === null || /^[a-z-]+\.[a-z-]+$/.test(error) ? error : 'routing.trial-failed',
    };
  }

  private async result(actor: Actor, rules: readonly TrialRule[], sums: TrialSums): Promise<RuleTrialResponse['result']> {
    const ids = [...new Set(Object.values(sums.byRule).flatMap(({ differing }) => differing))];
    const [facts, visible] = await Promise.all([this.tickets.byIds(ids), this.tickets.visibleAmong(actor, ids)]);
    const all = [...facts.values()];
    const names = await this.names.find(actor.locale, {
      groups: [...rules.map(({ groupId }) => groupId), ...all.flatMap(({ groupId, resolverGroupId }) => [groupId, resolverGroupId])],
      services: all.map(({ serviceId }) => serviceId),
      institutions: all.map(({ institutionId }) => institutionId),
    });
    const shown = { names, facts, visible };
    const titles = new Map(rules.map(({ key, title }) => [key, title]));
    return {
      ...{ tickets: sums.tickets, routed: sums.routed },
      withRules: figure(sums.with),
      withoutRules: figure(sums.without),
      rules: rules.map((rule) => tried(rule, sums.byRule[rule.key]!, titles, shown)),
    };
  }
}

const figure = ({ agreed, ended }: Agreement): FigureResponse =>
  figureOf({ numerator: agreed, denominator: ended, extra: {} }, 'counts', null);

function tried({ key, title, groupId }: TrialRule, sums: RuleSums, titles: ReadonlyMap<string, string>, shown: Shown): TriedRuleResponse {
  const { holds, first, shadowedBy, differing } = sums;
  return {
    ...{ key, title, holds, first, group: shown.names.orNull(groupId) },
    shadowedBy: Object.entries(shadowedBy)
      .map(([by, tickets]) => ({ key: by, title: titles.get(by) ?? '', tickets }))
      .sort((a, b) => b.tickets - a.tickets),
    agreement: groupId === null ? null : figure(sums),
    differing: differing.flatMap((id) => {
      const fact = shown.facts.get(id);
      return fact ? [differs(fact, shown)] : [];
    }),
  };
}

/** Who may not read the ticket learns what kind of filing it was, not which. */
function differs(fact: TicketFact, { names, visible }: Shown): DifferingTicketResponse {
  const { id, number, title, submittedAt, serviceId, institutionId, source, resolverGroupId, groupId } = fact;
  const seen = visible.has(id);
  return {
    ...{ number: seen ? number : null, title: seen ? title : null, source, submittedAt: formatInstant(submittedAt) },
    service: names.orNull(serviceId),
    institution: names.of(institutionId),
    ended: names.orNull(resolverGroupId ?? groupId),
  };
}
