import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';

type Schemas = components['schemas'];

export type OrganisationImport = Schemas['OrganisationImportResponse'];
export type AppliedImport = Schemas['AppliedImportResponse'];
export type ImportKind = Schemas['OrganisationImportKind'];

export const importKinds: readonly ImportKind[] = ['institutions', 'units', 'people'];

const POLL_MS = 500;

/** Files of the organisation; while the workers apply one, it is asked for again and again. */
export const importQueries = {
  past: () =>
    infiniteQueryOptions({
      queryKey: ['admin', 'imports'],
      queryFn: ({ pageParam }) =>
        bodyOf(api.GET('/api/v1/organisation/imports', { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } } })),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['organisation-import', id],
      queryFn: () => bodyOf(api.GET('/api/v1/organisation/imports/{id}', { params: { path: { id } } })),
      refetchInterval: ({ state }) => (state.data?.state === 'applying' ? POLL_MS : false),
    }),
};

/** Sends a file to be checked; nothing in the registers changes by it. */
export function checkFile({ kind, source, file }: { kind: ImportKind; source: string; file: File }): Promise<OrganisationImport> {
  const form = new FormData();
  form.set('file', file, file.name);
  // The API's description leaves multipart bodies open, so the form cannot be checked against it.
  return bodyOf(api.POST('/api/v1/organisation/imports', { params: { query: { kind, source } }, body: form as never }));
}
