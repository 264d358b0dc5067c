import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { figureOf, type Figure } from '#kernel';
import { Database } from '#platform';
import { type Names, TicketNames } from '#tickets';
import type { TemplateRecord, TemplateVersion } from '../domain/template.js';
import type { TemplateRecordOfSuccess } from '../domain/template-record.js';
import { TemplateStore } from '../store/template-store.js';
import { TemplateOutcomes } from './template-outcomes.js';

/** What the actor may do to a template. */
export interface TemplateAbilities {
  readonly change: boolean;
  readonly approve: boolean;
  readonly suspend: boolean;
  readonly retire: boolean;
}

/** A template for screens. */
export interface TemplateView {
  readonly template: TemplateRecord;
  /** All of them, the latest first. */
  readonly versions: readonly TemplateVersion[];
  readonly success: Figure;
  readonly record: TemplateRecordOfSuccess;
  readonly names: Names;
  readonly abilities: TemplateAbilities;
}

const NONE: TemplateRecordOfSuccess = { finished: 0, successful: 0, withIssues: 0, failed: 0, causedIncident: 0 };

/** Templates with what has become of the changes from them. */
@Injectable()
export class TemplateReader {
  constructor(
    private readonly database: Database,
    private readonly store: TemplateStore,
    private readonly outcomes: TemplateOutcomes,
    private readonly names: TicketNames,
  ) {}

  async list(actor: Actor): Promise<TemplateView[]> {
    return this.views(actor, await this.store.all(this.database));
  }

  /** Throws `changes.template.not-found`. */
  async one(actor: Actor, id: string): Promise<TemplateView> {
    const [view] = await this.views(actor, [await this.store.one(this.database, id)]);
    return view!;
  }

  private async views(actor: Actor, templates: readonly TemplateRecord[]): Promise<TemplateView[]> {
    const ids = templates.map(({ id }) => id);
    const [versions, records] = await Promise.all([this.store.versions(this.database, ids), this.outcomes.records(this.database, ids)]);
    const names = await this.names.find(actor.locale, {
      services: versions.map(({ serviceId }) => serviceId),
      groups: versions.map(({ groupId }) => groupId),
      people: versions.flatMap(({ authorIds, order }) => [...authorIds, order?.byId ?? null]),
    });
    return templates.map((template) => {
      const own = versions.filter(({ templateId }) => templateId === template.id);
      const record = records.get(template.id) ?? NONE;
      const success = figureOf({ numerator: record.successful, denominator: record.finished, extra: {} }, 'counts', null);
      return { template, versions: own, success, record, names, abilities: abilitiesOf(actor, template, own[0]!) };
    });
  }
}

function abilitiesOf(actor: Actor, { state }: TemplateRecord, { authorIds, order }: TemplateVersion): TemplateAbilities {
  const writes = holds(actor, 'change.template') && state !== 'retired';
  const decidable = state !== 'retired' && (order === null || state === 'suspended');
  return {
    change: writes,
    approve: decidable && holds(actor, 'change.template-approve') && !authorIds.includes(actor.id),
    suspend: writes && state === 'active',
    retire: writes,
  };
}
