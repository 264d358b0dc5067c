/** A record by id, with its name in the reader's language. */
export class RefResponse {
  id: string;
  name: string;
}
