import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type Result = Schemas['CampaignResultResponse'];
export type Item = Schemas['ItemFigureResponse'];
export type Line = Schemas['InstitutionResultResponse'];
export type Headline = Schemas['HeadlineResponse'];
export type PublishedSurvey = Schemas['PublishedSurveyResponse'];
export type RedactedComment = Schemas['RedactedCommentResponse'];

/** Results, everybody's or one institution's. */
export const resultQuery = (id: string, institutionId?: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'results', institutionId ?? ''],
    queryFn: () =>
      bodyOf(api.GET('/api/v1/campaigns/{id}/results', { params: { path: { id }, query: institutionId ? { institutionId } : {} } })),
    placeholderData: keepPreviousData,
  });

/** Surveys whose results may be read. */
export const publishedQuery = () =>
  queryOptions({ queryKey: ['campaigns', 'published'], queryFn: async () => (await bodyOf(api.GET('/api/v1/survey-results'))).items });

/** The originals of comments, for those who redact them. */
export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'comments'],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/campaigns/{id}/comments', { params: { path: { id } } }))).items,
  });
