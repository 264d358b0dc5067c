import { RefResponse } from '#identity';

export class DraftResponse {
  kind: 'reply' | 'note';
  body: string;
  /** The last comment that stood there when the typing began. */
  afterCommentId: string | null;
  revision: string;
  savedAt: string;
}

export class DraftsResponse {
  reply: DraftResponse | null;
  note: DraftResponse | null;
}

export class PresentResponse {
  person: RefResponse;
  kind: 'reply' | 'note';
  since: string;
  /** Until then it is to be believed; whoever still types says so before. */
  until: string;
}

export class PresenceResponse {
  items: PresentResponse[];
}

export class ColleaguesResponse {
  items: RefResponse[];
}
