import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { setCsrfToken } from '../../shared/api/http';
import type { Me } from './types';

async function readMe(): Promise<Me> {
  const me = await bodyOf(api.GET('/api/v1/me'));
  setCsrfToken(me.csrfToken);
  return me;
}

export const meQuery = queryOptions({ queryKey: ['me'], queryFn: readMe, staleTime: Infinity });

/** The signed-in person. The router loads it before any page, so it is always there. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('me is loaded before any page');
  return data;
}

export function useRight(right: string): boolean {
  return useMe().rights.includes(right);
}
