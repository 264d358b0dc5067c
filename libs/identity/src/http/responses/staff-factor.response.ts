/** Somebody of staff, with how he signs in. */
export class StaffFactorResponse {
  id: string;
  name: string;
  login: string;
  /** Since when he has a second factor; null where he has none. */
  since: string | null;
}

export class StaffFactorsResponse {
  items: StaffFactorResponse[];
  nextCursor: string | null;
  /** Staff that can sign in. */
  total: number;
  /** Those of them who have a second factor. */
  withFactor: number;
}
