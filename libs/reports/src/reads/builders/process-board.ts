import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { ProcessReader } from '#processes';
import type { Say } from '../figure-words.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';

type Board = Awaited<ReturnType<ProcessReader['list']>>;

/** Which ITIL processes are implemented, what each lacks, and KPI-03 by years (DOMAIN 3.7, 7.2). */
@Injectable()
export class ProcessBoard implements ReportBuilder {
  readonly code = 'process-board';
  readonly version = 1;
  readonly period = 'now';
  readonly rights = ['process.read'] as const;
  readonly opinions = false;
  readonly ofFigures = false;

  constructor(
    private readonly clock: Clock,
    private readonly processes: ProcessReader,
  ) {}

  async build(actor: Actor, _period: string, say: Say): Promise<BuiltReport> {
    const dataAt = this.clock.now();
    const board = await this.processes.list(actor);
    return {
      definitions: [{ code: 'KPI-03', version: 1 }],
      dataAt,
      conclusion: conclusionOf(board, say),
      sections: [countsSection(board, say), processesSection(board, say)],
    };
  }
}

function conclusionOf({ items, counts }: Board, say: Say): string[] {
  const now = counts.at(-1);
  const risky = items.filter(({ stage }) => stage === 'at_risk').map(({ practice }) => practice.name);
  return [
    ...(now
      ? [
          now.target === null
            ? say('board.count', { count: now.count })
            : say('board.count-target', { count: now.count, target: now.target }),
        ]
      : []),
    ...(risky.length > 0 ? [say('board.at-risk', { count: risky.length, names: risky.join(', ') })] : []),
  ];
}

function countsSection({ counts }: Board, say: Say) {
  return {
    ...{ title: say('section.by-year'), note: null, opens: '/reports/processes' },
    columns: [
      { title: say('column.day'), kind: 'text' as const },
      { title: say('column.implemented'), kind: 'count' as const },
      { title: say('column.target'), kind: 'count' as const },
    ],
    rows: counts.map(({ on, count, target }) => ({ cells: [on, count, target], opens: '/reports/processes' })),
  };
}

function processesSection({ items }: Board, say: Say) {
  return {
    ...{ title: say('section.processes'), note: null, opens: '/reports/processes' },
    columns: ['practice', 'stage', 'since', 'owner', 'met', 'missing', 'review'].map((name) => ({
      title: say(`column.${name}`),
      kind: name === 'since' ? ('instant' as const) : ('text' as const),
    })),
    rows: items.map(({ id, practice, stage, stageSince, owner, conditions, reviewDueOn }) => ({
      cells: [
        ...[practice.name, say(`stage.${stage}`), stageSince, owner?.name ?? null],
        `${conditions.filter(({ met }) => met).length}/${conditions.length}`,
        conditions
          .filter(({ met }) => !met)
          .map(({ text }) => text)
          .join(' ') || null,
        reviewDueOn,
      ],
      opens: `/reports/processes/${id}`,
    })),
  };
}
