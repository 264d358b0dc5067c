import { RefResponse } from '#identity';

export class ServiceRowResponse {
  id: string;
  code: string;
  nameLv: string;
  nameEn: string;
  status: 'draft' | 'published' | 'retired';
  criticality: 'low' | 'medium' | 'high' | 'critical';
  owner: RefResponse | null;
  /** Takes its incidents. */
  group: RefResponse | null;
  /** Institutions that receive it today. */
  subscribers: number;
}

export class ServiceRowsResponse {
  /** By name in Latvian, those retired last. */
  items: ServiceRowResponse[];
}

export class SubscriptionResponse {
  id: string;
  institution: RefResponse;
  validFrom: string;
  /** The first day that is not included any more. */
  validTo: string | null;
  /** Does it hold today, in Riga? */
  holds: boolean;
}

export class ServiceAbilitiesResponse {
  change: boolean;
  publish: boolean;
  retire: boolean;
}

/** A service as the administration keeps it. */
export class RegisteredServiceResponse extends ServiceRowResponse {
  descriptionLv: string | null;
  descriptionEn: string | null;
  /** How one can turn to it. */
  kinds: ('incident' | 'request')[];
  /** The ETag. */
  version: number;
  abilities: ServiceAbilitiesResponse;
}

export class SubscriptionsResponse {
  /** Those that hold first, by institution. */
  items: SubscriptionResponse[];
}
