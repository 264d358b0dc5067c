import createClient from 'openapi-fetch';
import type { paths } from '../api-schema';
import { exchange } from './http';

/**
 * The API by its description (`openapi.json`): a path, parameter or body that the description does not know does not compile.
 * Lists in a query are separated by commas. Requests are sent by `exchange`, so a failed one throws ApiProblem and `error` of an answer is never filled.
 */
export const api = createClient<paths>({ fetch: exchange, querySerializer: { array: { style: 'form', explode: false } } });

/** The body of an answer, for those who need neither its status nor its headers. */
export async function bodyOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
