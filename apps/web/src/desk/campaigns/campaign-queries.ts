import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type CampaignLine = Schemas['CampaignLineResponse'];
export type Campaign = Schemas['CampaignDetailResponse'];
export type CampaignState = Campaign['state'];
export type CampaignStep = Schemas['CampaignStepResponse'];
export type FrameRow = Schemas['CampaignFrameResponse'];
export type Coverage = Schemas['CoverageResponse'];
export type InstitutionCoverage = Schemas['InstitutionCoverageResponse'];
export type MailRound = Schemas['RoundOfMailsResponse'];
export type ChangeCampaign = Schemas['ChangeCampaignRequest'];
export type NewCampaign = Schemas['NewCampaignRequest'];
export type Survey = Schemas['SurveyResponse'];

/** While people answer, the numbers move. */
const LIVE_MS = 15_000;

const at = (id: string) => ({ params: { path: { id } } });

/** What the pages of campaigns read; a change invalidates by the first word. */
export const campaignQueries = {
  list: () => queryOptions({ queryKey: ['campaigns'], queryFn: () => bodyOf(api.GET('/api/v1/campaigns')) }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['campaigns', id],
      queryFn: () => bodyOf(api.GET('/api/v1/campaigns/{id}', at(id))),
      refetchInterval: ({ state }) => (state.data?.state === 'open' ? LIVE_MS : false),
    }),
  coverage: (campaign: Campaign | undefined) =>
    queryOptions({
      queryKey: ['campaigns', campaign?.id, 'coverage', campaign?.state],
      queryFn: () => bodyOf(api.GET('/api/v1/campaigns/{id}/coverage', at(campaign?.id ?? ''))),
      enabled: campaign?.openedAt != null,
      refetchInterval: campaign?.state === 'open' ? LIVE_MS : false,
    }),
  mails: (campaign: Campaign | undefined) =>
    queryOptions({
      queryKey: ['campaigns', campaign?.id, 'mails', campaign?.state],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/campaigns/{id}/mails', at(campaign?.id ?? '')))).items,
      enabled: campaign?.openedAt != null,
      refetchInterval: campaign?.state === 'open' ? LIVE_MS : false,
    }),
  surveys: () =>
    queryOptions({ queryKey: ['campaigns', 'surveys'], queryFn: async () => (await bodyOf(api.GET('/api/v1/surveys'))).items }),
};
