export class SavedSearchQueryResponse {
  kind: string | null;
  state: string | null;
  sort: string | null;
  serviceId: string | null;
}

export class SavedSearchResponse {
  id: string;
  name: string;
  q: string;
  query: SavedSearchQueryResponse;
  createdAt: string;
}

export class SavedSearchesResponse {
  items: SavedSearchResponse[];
}
