import { RefResponse } from './ref.response.js';

/** A program that asks the API. */
export class ApiClientResponse {
  id: string;
  name: string;
  institution: RefResponse;
  scopes: string[];
  readOnly: boolean;
  perMinute: number;
  /** How its token begins; null where none has been issued. */
  tokenPrefix: string | null;
  expiresAt: string | null;
  lastUsedAt: string | null;
  createdAt: string;
  createdBy: string;
  revokedAt: string | null;
}

export class ApiClientsResponse {
  items: ApiClientResponse[];
  nextCursor: string | null;
  /** What a client may be given. */
  scopes: string[];
}

export class NewApiClientResponse {
  id: string;
}

export class ApiTokenResponse {
  /** Shown once; sent as `Authorization: Bearer <token>`. */
  token: string;
  expiresAt: string;
}
