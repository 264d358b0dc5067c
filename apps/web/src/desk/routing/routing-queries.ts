import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Rule = Schemas['RuleResponse'];
export type RuleTerms = Schemas['RuleTermsResponse'];
export type RuleBody = Schemas['RuleRequest'];
export type Rules = Schemas['RulesResponse'];
export type Trial = Schemas['RuleTrialResponse'];
export type TrialBody = Schemas['RuleTrialRequest'];
export type TrialResult = Schemas['TrialResultResponse'];
export type TriedRule = Schemas['TriedRuleResponse'];
export type Figure = Schemas['FigureResponse'];

/** A rule that is tried before it is kept. */
export const DRAFT = 'draft';

const POLL_MS = 700;

/** Nothing more happens to such a try. */
export const isOver = ({ state }: Pick<Trial, 'state'>): boolean => state !== 'waiting' && state !== 'running';

/** Rules of where new tickets go, what they may name, and tries of them; a change invalidates all that begins with `routing`. */
export const routingQueries = {
  rules: () => queryOptions({ queryKey: ['routing', 'rules'], queryFn: () => bodyOf(api.GET('/api/v1/routing-rules')) }),
  answers: () =>
    queryOptions({
      queryKey: ['routing', 'answers'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/routing-rules/answers'))).items,
    }),
  latestTrial: () =>
    queryOptions({
      queryKey: ['routing-trial', 'latest'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/routing-rule-trials/latest'))).trial,
      refetchInterval: ({ state }) => (state.data && !isOver(state.data) ? POLL_MS : false),
    }),
  trial: (id: string) =>
    queryOptions({
      queryKey: ['routing-trial', id],
      queryFn: () => bodyOf(api.GET('/api/v1/routing-rule-trials/{id}', { params: { path: { id } } })),
      refetchInterval: ({ state }) => (state.data && !isOver(state.data) ? POLL_MS : false),
    }),
  /** A ticket's rule does not change any more. */
  ofTicket: (id: string) =>
    queryOptions({
      queryKey: ['routing', 'of', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/routing', { params: { path: { id } } }))).routed,
      staleTime: Infinity,
    }),
};
