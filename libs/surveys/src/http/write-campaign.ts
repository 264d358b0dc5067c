import type { Locale } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { type CampaignAbilities, type HappeningView, type StepView } from '../reads/campaign-progress.js';
import type { CampaignLine, CampaignView, FrameLine } from '../reads/campaign-reader.js';
import type { NamedCoverage } from '../reads/campaign-coverage.js';
import type { CampaignDetailResponse, CampaignLineResponse, CampaignResponse, CoverageResponse } from './responses/campaign.response.js';

/** What a campaign's own page shows besides the campaign. */
export interface CampaignPage extends CampaignView {
  readonly frame: readonly FrameLine[];
  readonly plan: readonly StepView[];
  readonly history: readonly HappeningView[];
  readonly obstacles: readonly { readonly code: string; readonly text: string }[];
  readonly abilities: CampaignAbilities;
  readonly people: ReadonlyMap<string, string>;
  readonly previous: CampaignView | null;
}

const when = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

export function writeCampaign({ campaign, asked }: CampaignView, locale: Locale): CampaignResponse {
  const { id, titleLv, titleEn, year, state, mode, anonymous, opensOn, closesOn, paused } = campaign;
  return {
    ...{ id, year, state, mode, anonymous, opensOn, closesOn, paused },
    title: locale === 'lv' ? titleLv : titleEn,
    survey: { id: asked.surveyId, title: asked.title, version: asked.version, versionId: asked.id, frozen: asked.frozenAt !== null },
  };
}

export function writeLine(line: CampaignLine, locale: Locale): CampaignLineResponse {
  if (line.coverage === null) return { ...writeCampaign(line, locale), coverage: null };
  const { institutions, responding, invited, answered } = line.coverage;
  return { ...writeCampaign(line, locale), coverage: { institutions, responding, invited, answered } };
}

export function writeDetail(page: CampaignPage, locale: Locale): CampaignDetailResponse {
  const { campaign, previous } = page;
  const { titleLv, titleEn, sampleSize, seed, minGroup, closeReason, version } = campaign;
  const person = (id: string | null) => (id === null ? null : { id, name: page.people.get(id) ?? '' });
  return {
    ...writeCampaign(page, locale),
    ...{ titleLv, titleEn, sampleSize, seed, minGroup, closeReason, version },
    reminderDays: [...campaign.reminderDays],
    createdBy: person(campaign.createdBy)!,
    createdAt: formatInstant(campaign.createdAt),
    approvedBy: person(campaign.approvedBy),
    approvedAt: when(campaign.approvedAt),
    openedAt: when(campaign.openedAt),
    closedAt: when(campaign.closedAt),
    publishedAt: when(campaign.publishedAt),
    previous: previous && { id: previous.campaign.id, name: writeCampaign(previous, locale).title },
    plan: page.plan.map(({ kind, number, on, at, state, doneAt }) => ({
      kind,
      number,
      on,
      at: formatInstant(at),
      state,
      doneAt: when(doneAt),
    })),
    frame: page.frame.map((row) => ({ ...row })),
    history: page.history.map(({ at, what, actor }) => ({ at: formatInstant(at), what, actor })),
    obstacles: page.obstacles.map((one) => ({ ...one })),
    abilities: { ...page.abilities },
  };
}

/** Institutions by name; the silent ones once more by themselves. */
export function writeCoverage(coverage: NamedCoverage): CoverageResponse {
  const { institutions, responding, excluded, complete, users, invited, answered, withheld, minGroup, names } = coverage;
  const ref = (id: string) => ({ id, name: names.get(id) ?? '' });
  const byName = (a: { institution: { name: string } }, b: { institution: { name: string } }): number =>
    a.institution.name.localeCompare(b.institution.name, 'lv');
  const rows = coverage.rows
    .map((row) => ({
      institution: ref(row.institutionId),
      ...{ users: row.users, invited: row.invited },
      answered: { ...row.answered },
      rate: row.rate === null ? null : Math.round(row.rate * 10) / 10,
    }))
    .sort(byName);
  return {
    ...{ institutions, responding, excluded, complete, users, invited, answered, withheld, minGroup, rows },
    silent: rows.filter((row) => row.answered.display === 'none').map(({ institution }) => institution),
    exclusions: coverage.exclusions
      .map((one) => ({ institution: ref(one.institutionId), users: one.users, reason: one.reason }))
      .sort(byName),
  };
}
