/** To whom something is told of a major incident. */
export const AUDIENCES = ['users', 'management', 'staff', 'suppliers'] as const;

export type Audience = (typeof AUDIENCES)[number];

/** How it is told. */
export const CHANNELS = ['phone', 'email', 'message', 'meeting', 'announcement'] as const;

export type Channel = (typeof CHANNELS)[number];

export interface Communication {
  readonly audience: Audience;
  readonly channel: Channel;
  /** What was said, as it was said. */
  readonly body: string;
}
