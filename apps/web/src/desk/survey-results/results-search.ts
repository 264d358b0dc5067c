/** What the address of a page of results says. */
export interface ResultsSearch {
  /** The institution whose answers the questions show. */
  institution?: string;
}

export function readResultsSearch(search: Record<string, unknown>): ResultsSearch {
  const { institution } = search;
  return typeof institution === 'string' && /^[0-9a-f-]{36}$/.test(institution) ? { institution } : {};
}
