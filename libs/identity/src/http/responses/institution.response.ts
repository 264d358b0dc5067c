export class InstitutionResponse {
  id: string;
  name: string;
  /** Does it receive services? The Centre itself does not. */
  isClient: boolean;
}

export class InstitutionsResponse {
  items: InstitutionResponse[];
  nextCursor: string | null;
}
