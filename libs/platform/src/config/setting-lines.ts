import type { SettingsValues } from './settings.js';

/** One variable of the environment and what holds for it. */
export interface SettingLine {
  readonly group: 'web' | 'database' | 'mailOut' | 'mailIn' | 'sign-in' | 'promises';
  readonly name: string;
  /** As it holds now; null where nothing is set. Of a secret nothing is told but that it is there. */
  readonly value: string | null;
  readonly secret: boolean;
  /** Whether the environment says so, or the program's own value holds. */
  readonly given: boolean;
}

type Values = Omit<SettingsValues, 'given'>;
type Told = string | number | boolean | undefined;
type Line = readonly [group: SettingLine['group'], name: string, value: (settings: Values) => Told, secret?: 'secret'];

const MB = 1024 * 1024;

/** Of an address with a password in it, where it leads. */
function place(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

const LINES: readonly Line[] = [
  ['web', 'ATBALSTS_PUBLIC_URL', (s) => s.publicUrl],
  ['web', 'HOST', (s) => s.host],
  ['web', 'PORT', (s) => s.port],
  ['web', 'ATBALSTS_TRUSTED_PROXIES', (s) => s.trustedProxies],
  ['web', 'ATBALSTS_ATTACHMENT_MAX_MB', (s) => s.attachmentMaxBytes / MB],
  ['web', 'ATBALSTS_DATA_DIR', (s) => s.dataDir],
  ['web', 'ATBALSTS_DEMO', (s) => s.demo],
  ['database', 'DATABASE_URL', (s) => place(s.databaseUrl)],
  ['database', 'ATBALSTS_DATABASE_ADMIN_URL', (s) => s.databaseAdminUrl, 'secret'],
  ['database', 'ATBALSTS_POOL_SIZE', (s) => s.poolSize],
  ['database', 'REDIS_URL', (s) => place(s.redisUrl)],
  ['mailOut', 'SMTP_URL', (s) => place(s.smtpUrl)],
  ['mailOut', 'ATBALSTS_MAIL_FROM', (s) => s.mailFrom],
  ['mailIn', 'IMAP_URL', (s) => place(s.imapUrl)],
  ['mailIn', 'ATBALSTS_IMAP_DONE_FOLDER', (s) => s.imapDoneFolder],
  ['mailIn', 'ATBALSTS_SMTP_LISTEN', (s) => s.smtpListen],
  ['mailIn', 'ATBALSTS_SMTP_RELAYS', (s) => s.smtpRelays],
  ['mailIn', 'ATBALSTS_MAIL_AUTHSERV', (s) => s.mailAuthserv],
  ['mailIn', 'ATBALSTS_MAIL_UNKNOWN', (s) => s.mailUnknown],
  ['mailIn', 'ATBALSTS_MAIL_UNPROVEN', (s) => s.mailUnproven],
  ['mailIn', 'ATBALSTS_MAIL_PER_SENDER_HOUR', (s) => s.mailPerSenderAndHour],
  ['mailIn', 'ATBALSTS_MAIL_MAX_MB', (s) => s.mailMaxBytes / MB],
  ['sign-in', 'ATBALSTS_SECRET', (s) => s.secret?.toString('base64'), 'secret'],
  // What providers are given holds their secrets; the page of signing in names them.
  ['sign-in', 'ATBALSTS_OIDC', (s) => (s.oidc.length > 0 ? s.oidc.length : undefined), 'secret'],
  ['sign-in', 'ATBALSTS_LDAP', (s) => (s.ldap.length > 0 ? s.ldap.length : undefined), 'secret'],
  ['sign-in', 'ATBALSTS_SESSION_IDLE_MINUTES', (s) => s.sessionIdleMinutes],
  ['sign-in', 'ATBALSTS_SESSION_HOURS', (s) => s.sessionAbsoluteHours],
  ['promises', 'ATBALSTS_STATUTORY_WARNING_HOURS', (s) => s.statutoryWarningHours],
  ['promises', 'ATBALSTS_STATUTORY_NOTIFICATION_HOURS', (s) => s.statutoryNotificationHours],
  ['promises', 'ATBALSTS_RATING_MAIL_DELAY_MINUTES', (s) => s.ratingMailDelayMinutes],
  ['promises', 'ATBALSTS_RATING_MAIL_QUIET_HOURS', ({ ratingMailQuietHours: h }) => (h ? `${h.from}-${h.to}` : 'off')],
];

/** What the environment and the program's own values come to, without secrets. */
export function settingLines(settings: SettingsValues): SettingLine[] {
  return LINES.map(([group, name, read, secret]) => {
    const value = read(settings);
    const said = value === undefined ? null : secret ? '' : String(value);
    return { group, name, value: said, secret: secret !== undefined, given: settings.given.has(name) };
  });
}
