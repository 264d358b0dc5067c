import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Scorecards = Schemas['ScorecardsResponse'];
export type Scorecard = Schemas['ScorecardResponse'];
export type ScorecardIndicator = Schemas['ScorecardIndicatorResponse'];
export type IndicatorYear = Schemas['IndicatorYearResponse'];
export type IndicatorDetail = Schemas['IndicatorDetailResponse'];
export type IndicatorFigure = NonNullable<IndicatorYear['figure']>;
export type NewScorecard = Schemas['CreateScorecardRequest'];
export type NewMeasurement = Schemas['MeasurementRequest'];
export type NewTarget = Schemas['IndicatorTargetRequest'];

/** All that begins with `scorecards` is read anew after a change. */
export const scorecardQueries = {
  list: () => queryOptions({ queryKey: ['scorecards', 'list'], queryFn: () => bodyOf(api.GET('/api/v1/scorecards')) }),
  page: (id: string, query: { year?: number; snapshot?: number }) =>
    queryOptions({
      queryKey: ['scorecards', id, query],
      queryFn: () => bodyOf(api.GET('/api/v1/scorecards/{id}', { params: { path: { id }, query } })),
      placeholderData: keepPreviousData,
    }),
  snapshots: (id: string) =>
    queryOptions({
      queryKey: ['scorecards', id, 'snapshots'],
      queryFn: () => bodyOf(api.GET('/api/v1/scorecards/{id}/snapshots', { params: { path: { id } } })),
    }),
  indicator: (id: string) =>
    queryOptions({
      queryKey: ['scorecards', 'indicator', id],
      queryFn: () => bodyOf(api.GET('/api/v1/indicators/{id}', { params: { path: { id } } })),
    }),
};

/** A change of the scorecard, after which its pages are read anew. */
export function useScorecardChange<Input, Result>(change: (input: Input) => Promise<Result>, onDone: (result: Result) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: ['scorecards'] });
      onDone(result);
    },
  });
}

export const scorecardChanges = {
  create: (body: NewScorecard): Promise<Scorecard> => bodyOf(api.POST('/api/v1/scorecards', { body })),
  freeze: (id: string, body: { year: number; reason?: string }): Promise<Scorecard> =>
    bodyOf(api.POST('/api/v1/scorecards/{id}/snapshots', { params: { path: { id } }, body })),
  target: (id: string, body: NewTarget): Promise<IndicatorDetail> =>
    bodyOf(api.POST('/api/v1/indicators/{id}/targets', { params: { path: { id } }, body })),
  /** Records a value, and adds the file that proves it. */
  record: async (id: string, body: NewMeasurement, file: File | null): Promise<IndicatorDetail> => {
    const detail = await bodyOf(api.POST('/api/v1/indicators/{id}/measurements', { params: { path: { id } }, body }));
    const measurementId = detail.measurements[0]?.id;
    if (!file || !measurementId) return detail;
    const form = new FormData();
    form.set('file', file, file.name);
    const path = { id, measurementId };
    // The API's description leaves multipart bodies open, so the form cannot be checked against it.
    return bodyOf(api.PUT('/api/v1/indicators/{id}/measurements/{measurementId}/file', { params: { path }, body: form as never }));
  },
};
