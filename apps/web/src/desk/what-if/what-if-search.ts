/** Which what-if the page shows; the latest one where nothing is said. */
export interface WhatIfSearch {
  id?: string;
}

const UUID = /^[\da-f-]{36}$/;

export function readWhatIfSearch(raw: Record<string, unknown>): WhatIfSearch {
  const id = raw['id'];
  return typeof id === 'string' && UUID.test(id) ? { id } : {};
}
