import type { components, paths } from '../../shared/api-schema';

type Schemas = components['schemas'];

export type Item = Schemas['ItemResponse'];
export type ItemSummary = Schemas['ItemSummaryResponse'];
export type ItemStatus = ItemSummary['status'];
export type ItemRelation = Schemas['ItemRelationResponse'];
export type ItemHistoryEntry = Schemas['ItemHistoryEntryResponse'];
export type ItemCounts = Schemas['ItemCountsResponse'];
export type ItemImport = Schemas['ItemImportResponse'];
/** What `GET /configuration-items` takes. */
export type FindItems = NonNullable<paths['/api/v1/configuration-items']['get']['parameters']['query']>;
