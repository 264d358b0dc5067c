import { ApiProblem, type ProblemBody } from '../shared/api/problem';
import type { Answer, SurveyLink } from './survey-types';

/**
 * Asks the API as nobody: no cookie, no session's token, no key that would be remembered, no page that one came from.
 * @throws ApiProblem for every answer that is not 2xx, and with status 0 when no answer came.
 */
async function ask<T>(token: string, locale: string, body?: object): Promise<T> {
  const init: RequestInit = {
    method: body ? 'POST' : 'GET',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: 'application/json', 'accept-language': locale, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : null,
  };
  const response = await fetch(`/api/v1/survey-responses/${encodeURIComponent(token)}`, init).catch(() => {
    throw new ApiProblem(0, { code: 'web.offline' });
  });
  const read = (await response.json().catch(() => ({}))) as T;
  if (!response.ok) throw new ApiProblem(response.status, read as ProblemBody);
  return read;
}

export const readSurvey = (token: string, locale: string): Promise<SurveyLink> => ask(token, locale);

export const sendAnswers = async (token: string, locale: string, answers: Record<string, Answer>): Promise<void> =>
  void (await ask(token, locale, { answers }));
