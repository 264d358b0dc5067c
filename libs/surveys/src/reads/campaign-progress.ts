import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts } from '#identity';
import type { Instant } from '#kernel';
import { Database, EventLog } from '#platform';
import type { Campaign } from '../domain/campaign.js';
import { allows } from '../domain/campaign-lifecycle.js';
import { type PlannedStep, planOf } from '../domain/campaign-plan.js';
import { Campaigns } from '../store/campaigns.js';
import { CampaignCalendar } from './campaign-calendar.js';

/** A step of the plan and how it went: `held` waits for the end of a pause, `due` for the next minute or working hour. */
export interface StepView extends PlannedStep {
  readonly state: 'planned' | 'held' | 'due' | 'done' | 'skipped' | 'dropped';
  readonly doneAt: Instant | null;
}

export interface HappeningView {
  readonly at: Instant;
  /** Such as `approved`. */
  readonly what: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
}

/** What the actor may do with a campaign now. */
export interface CampaignAbilities {
  readonly change: boolean;
  readonly exclude: boolean;
  readonly approve: boolean;
  readonly open: boolean;
  readonly close: boolean;
  readonly cancel: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
}

/** The events that its history tells; those of its mails stand in the plan. */
const TOLD = 'surveys.campaign-';

/** How far a campaign has come: its plan, what happened, and what may happen next. */
@Injectable()
export class CampaignProgress {
  constructor(
    private readonly database: Database,
    private readonly campaigns: Campaigns,
    private readonly calendar: CampaignCalendar,
    private readonly events: EventLog,
    private readonly identity: IdentityFacts,
  ) {}

  async plan(campaign: Campaign): Promise<StepView[]> {
    const [rounds, [row]] = await Promise.all([
      this.campaigns.rounds(this.database, campaign.id),
      this.database.query<{ now: Instant }>('select clock_timestamp() as now'),
    ]);
    return planOf(await this.calendar.inForce(), campaign).map((step): StepView => {
      if (step.kind === 'closing') return { ...step, doneAt: campaign.closedAt, state: campaign.closedAt === null ? 'planned' : 'done' };
      const taken = rounds.find(({ kind, number }) => kind === step.kind && number === step.number);
      if (taken) return { ...step, doneAt: taken.doneAt, state: taken.outcome === 'sent' ? 'done' : 'skipped' };
      return { ...step, doneAt: null, state: stateOf(campaign, step.at <= row!.now) };
    });
  }

  /** Oldest first. */
  async history(campaignId: string): Promise<HappeningView[]> {
    const events = (await this.events.history('campaign', campaignId)).filter(({ type }) => type.startsWith(TOLD));
    const names = await this.identity.names(events.flatMap(({ actorId }) => actorId ?? []));
    return events.map(({ at, type, actorId }) => ({
      at,
      what: type.slice(TOLD.length),
      actor: actorId === null ? null : { id: actorId, name: names.get(actorId) ?? '' },
    }));
  }

  abilities(actor: Actor, { state, paused, createdBy }: Campaign): CampaignAbilities {
    const runs = holds(actor, 'survey.run');
    const waits = state === 'draft' || state === 'approved';
    return {
      change: runs && state === 'draft',
      exclude: runs && waits,
      approve: holds(actor, 'survey.agree') && allows(state, 'approve') && createdBy !== actor.id,
      open: runs && allows(state, 'open'),
      close: runs && allows(state, 'close'),
      cancel: runs && allows(state, 'cancel'),
      pause: runs && state === 'open' && !paused,
      resume: runs && state === 'open' && paused,
    };
  }
}

function stateOf({ state, paused }: Campaign, late: boolean): StepView['state'] {
  if (state === 'closed' || state === 'published' || state === 'cancelled') return 'dropped';
  if (state !== 'open' || !late) return 'planned';
  return paused ? 'held' : 'due';
}
