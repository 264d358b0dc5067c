/** How much of a log is read: bytes when unpacked, and events. */
export interface LogLimits {
  readonly bytes: number;
  readonly events: number;
}

export const UNLIMITED: LogLimits = { bytes: Number.MAX_SAFE_INTEGER, events: Number.MAX_SAFE_INTEGER };
