/** What the address says: whose tickets, and to whom. */
export interface HandoverSearch {
  person?: string;
  to?: string;
}

export function readHandoverSearch({ person, to }: Record<string, unknown>): HandoverSearch {
  return { ...(typeof person === 'string' ? { person } : {}), ...(typeof to === 'string' ? { to } : {}) };
}
