import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { parseInstant } from '#kernel';
import { type ExportTable, Texts } from '#platform';
import { CONDITION_KEYS } from '../domain/conditions.js';
import type { ProcessCountResponse, ProcessSummaryResponse } from '../http/responses/process.response.js';
import { ProcessReader } from './process-reader.js';

type Say = (key: string) => string;

/** The board as tables to save: each process with its conditions and what is missing, and KPI-03 by years. */
@Injectable()
export class ProcessExport {
  constructor(
    private readonly reader: ProcessReader,
    private readonly texts: Texts,
  ) {}

  async tables(actor: Actor): Promise<ExportTable[]> {
    const { items, counts } = await this.reader.list(actor);
    const say: Say = (key) => this.texts.say(actor.locale, `processes.${key}`);
    return [boardTable(items, say), countTable(counts, say)];
  }
}

function boardTable(items: readonly ProcessSummaryResponse[], say: Say): ExportTable {
  const conditions = CONDITION_KEYS.map((key) => say(`export.condition.${key}`));
  return {
    title: say('export.board'),
    columns: [
      ...['process', 'owner', 'stage', 'since'].map((key) => say(`export.${key}`)),
      ...conditions,
      say('export.todo'),
      say('export.review'),
    ],
    rows: items.map(({ practice, owner, stage, stageSince, conditions: kept, todo, reviewDueOn }) => [
      ...[practice.name, owner?.name ?? null, say(`stage.${stage}`), { at: parseInstant(stageSince) }],
      ...CONDITION_KEYS.map((key) => say(kept.find((one) => one.key === key)?.met ? 'export.yes' : 'export.no')),
      todo.map(({ text }) => text).join(' ') || null,
      reviewDueOn,
    ]),
  };
}

function countTable(counts: readonly ProcessCountResponse[], say: Say): ExportTable {
  return {
    title: say('export.counts'),
    columns: ['on', 'count', 'external', 'target', 'counted'].map((key) => say(`export.${key}`)),
    rows: counts.map(({ on, count, external, target, items }) => [
      on,
      count,
      external,
      target,
      items.map(({ name }) => name).join('; ') || null,
    ]),
  };
}
