import { RefResponse } from './ref.response.js';

/** A support group of the person's own. */
export class OwnGroupResponse extends RefResponse {
  /** Does he lead it? */
  lead: boolean;
}

/** The person who is signed in. */
export class MeResponse {
  id: string;
  login: string;
  name: string;
  email: string | null;
  phone: string | null;
  locale: 'lv' | 'en';
  /** `auto` follows the device. */
  theme: 'auto' | 'light' | 'dark';
  institution: RefResponse;
  roles: string[];
  groups: OwnGroupResponse[];
  /** Rights that he holds; `<right>.all` where a right reaches every record. */
  rights: string[];
  /** To be sent as `x-csrf-token` with every request that changes something. */
  csrfToken: string;
  /** Is this the demonstration? */
  demo: boolean;
  /** Where he lands after signing in. */
  home: 'portal' | 'desk' | 'reports' | 'processes' | 'admin';
  /** Has he a password of this installation, which he may change? Not who signs in by a directory, or by a provider alone. */
  ownPassword: boolean;
}
