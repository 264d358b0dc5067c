export class ProbeResponse {
  name: string;
  ok: boolean;
  /** The figure behind it, in English. */
  detail: string;
}

export class SettingLineResponse {
  group: 'web' | 'database' | 'mailOut' | 'mailIn' | 'sign-in' | 'promises';
  /** The variable of the environment. */
  name: string;
  /** As it holds now; null where nothing is set, empty for a secret that is set. */
  value: string | null;
  secret: boolean;
  /** Whether the environment says so, or the program's own value holds. */
  given: boolean;
}

export class MailStateResponse {
  /** Mails that are still to be sent, counted to 1,000 at most. */
  waiting: number;
  /** When the oldest of them was to be sent. */
  dueSince: string | null;
  lastSentAt: string | null;
  /** When a mail came in last, and how many are parked (counted to 1,000 at most). */
  lastReceivedAt: string | null;
  parked: number;
  /** What was wrong when the mailbox was asked last. */
  mailboxError: string | null;
}

export class SystemResponse {
  /** Of the program, and of Node.js. */
  version: string;
  node: string;
  databaseVersion: string;
  databaseBytes: number;
  /** Migrations that the database has had; the program starts with none missing. */
  migrations: number;
  lastMigration: string;
  queueBackend: 'postgres' | 'redis';
  probes: ProbeResponse[];
  mail: MailStateResponse;
  settings: SettingLineResponse[];
}
