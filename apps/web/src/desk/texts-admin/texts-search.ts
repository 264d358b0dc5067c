/** What the address of the list of texts says. */
export interface TextsSearch {
  q?: string;
  group?: string;
  changed?: true;
}

export function readTextsSearch(search: Record<string, unknown>): TextsSearch {
  // A number in an address is read as one.
  const q = typeof search['q'] === 'number' ? String(search['q']) : search['q'];
  const group = search['group'];
  return {
    ...(typeof q === 'string' && q !== '' ? { q } : {}),
    ...(typeof group === 'string' && group !== '' ? { group } : {}),
    ...(search['changed'] === true ? { changed: true as const } : {}),
  };
}
