import { RefResponse } from './ref.response.js';

/** A person as a look-up shows him. */
export class FoundPersonResponse {
  id: string;
  name: string;
  institution: RefResponse;
  email: string | null;
  phone: string | null;
  /** The last day (`YYYY-MM-DD`) of his absence; null where he is not away today. */
  absentUntil: string | null;
  /** Who stands in for him meanwhile. */
  delegate: RefResponse | null;
}

export class PeopleResponse {
  items: FoundPersonResponse[];
}
