/** What the address of the page says: which policy, which version of it, whether its draft is being edited, or the agreements. */
export interface PoliciesSearch {
  part?: 'agreements' | 'edit';
  policy?: string;
  version?: number;
}

export function readPoliciesSearch(search: Record<string, unknown>): PoliciesSearch {
  const { part, policy, version } = search;
  const number = Number(version);
  return {
    ...(part === 'agreements' || part === 'edit' ? { part } : {}),
    ...(typeof policy === 'string' && policy !== '' ? { policy } : {}),
    ...(Number.isInteger(number) && number > 0 ? { version: number } : {}),
  };
}
