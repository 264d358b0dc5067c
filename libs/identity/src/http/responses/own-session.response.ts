/** A session of the person who asks. */
export class OwnSessionResponse {
  id: string;
  /** What the browser says of itself; null where it is not known. */
  browser: string | null;
  system: string | null;
  /** The network address that it was opened from. */
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  /** Is it the one that asks? */
  current: boolean;
}

export class OwnSessionsResponse {
  items: OwnSessionResponse[];
}

export class EndedSessionsResponse {
  /** How many have been ended. */
  ended: number;
}
