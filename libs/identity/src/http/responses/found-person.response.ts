import { RefResponse } from './ref.response.js';

/** A person as a look-up shows him. */
export class FoundPersonResponse {
  id: string;
  name: string;
  institution: RefResponse;
  email: string | null;
  phone: string | null;
}

export class PeopleResponse {
  items: FoundPersonResponse[];
}
