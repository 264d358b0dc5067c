import type { FindItems, ItemStatus } from './types';

export const itemStatuses: readonly ItemStatus[] = ['in_use', 'in_stock', 'in_repair', 'disposed'];

/** What the address of the list says. */
export interface AssetsSearch {
  q?: string;
  class?: string;
  status?: ItemStatus;
  institutionId?: string;
  serviceId?: string;
  support?: 'ended' | 'year';
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readAssetsSearch(search: Record<string, unknown>): AssetsSearch {
  const status = itemStatuses.find((one) => one === search['status']);
  const support = (['ended', 'year'] as const).find((one) => one === search['support']);
  // A number in an address is read as one.
  const q = typeof search['q'] === 'number' ? String(search['q']) : text(search['q']);
  const [code, institutionId, serviceId] = [text(search['class']), text(search['institutionId']), text(search['serviceId'])];
  return {
    ...(q ? { q } : {}),
    ...(code ? { class: code } : {}),
    ...(status ? { status } : {}),
    ...(institutionId ? { institutionId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(support ? { support } : {}),
  };
}

/** The list's question; `today` as `YYYY-MM-DD` in Riga. */
export function toQuery({ class: code, status, support, ...rest }: AssetsSearch, today: string): FindItems {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('02-29', '02-28')}`;
  return {
    ...rest,
    ...(code ? { class: [code] } : {}),
    ...(status ? { status: [status] } : {}),
    ...(support ? { supportBefore: support === 'ended' ? today : inAYear, sort: 'support' } : {}),
  };
}
