import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

export type Survey = components['schemas']['SurveyResponse'];
export type SurveyVersion = components['schemas']['SurveyVersionResponse'];

/** What the builder reads. */
export const surveyQueries = {
  surveys: () => queryOptions({ queryKey: ['surveys'], queryFn: () => bodyOf(api.GET('/api/v1/surveys')) }),
  version: (id: string, version: number) =>
    queryOptions({
      queryKey: ['surveys', id, version],
      queryFn: () => bodyOf(api.GET('/api/v1/surveys/{id}/versions/{version}', { params: { path: { id, version } } })),
    }),
};
