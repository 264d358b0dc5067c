import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DomainError } from '#kernel';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new DomainError('platform.setting-invalid', { name, value: text }, 'invalid');
  return value;
}

/** `20-7`: hours of Riga between which something waits; `off`: none do. */
function hours(env: NodeJS.ProcessEnv, name: string, fallback: string): { readonly from: number; readonly to: number } | undefined {
  const value = env[name] || fallback;
  if (value === 'off') return undefined;
  const [, from, to] = (/^(\d{1,2})-(\d{1,2})$/.exec(value) ?? []).map(Number);
  if (from === undefined || to === undefined || from > 24 || to > 24 || from === to)
    throw new DomainError('platform.setting-invalid', { name, value }, 'invalid');
  return { from, to };
}

function cookieSecurity(publicUrl: string, host: string, env: NodeJS.ProcessEnv): boolean {
  if (publicUrl.startsWith('https:')) return true;
  if (LOOPBACK.has(host) || env['ATBALSTS_INSECURE_HTTP'] === '1') return false;
  throw new DomainError('platform.insecure-http', { host, publicUrl }, 'invalid');
}

const SECRET_BYTES = 32;

/** The key that stays out of the database, from base64. What was given instead is not repeated in the refusal. */
function secret(env: NodeJS.ProcessEnv): Buffer | undefined {
  const text = env['ATBALSTS_SECRET'];
  if (!text) return undefined;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== SECRET_BYTES) throw new DomainError('platform.setting-invalid', { name: 'ATBALSTS_SECRET', value: '…' }, 'invalid');
  return bytes;
}

function databaseUrl(env: NodeJS.ProcessEnv): string {
  const url = env['DATABASE_URL'];
  if (!url) throw new DomainError('platform.setting-missing', { name: 'DATABASE_URL' }, 'invalid');
  return url;
}

function oneOf<Word extends string>(env: NodeJS.ProcessEnv, name: string, words: readonly [Word, ...Word[]]): Word {
  const value = env[name] || words[0];
  if (!(words as readonly string[]).includes(value)) throw new DomainError('platform.setting-invalid', { name, value }, 'invalid');
  return value as Word;
}

/**
 * A list that is told as JSON or in a file of JSON. What was given instead may hold passwords, and is not repeated in the refusal.
 */
function jsonList(env: NodeJS.ProcessEnv, name: string): readonly unknown[] {
  const value = env[name]?.trim();
  if (!value) return [];
  try {
    const list: unknown = JSON.parse(value.startsWith('[') ? value : readFileSync(value, 'utf8'));
    if (Array.isArray(list)) return list;
  } catch {
    // Said below.
  }
  throw new DomainError('platform.setting-invalid', { name, value: '…' }, 'invalid');
}

/** How mail comes in. Neither way is open unless it is named. */
function mailIn(env: NodeJS.ProcessEnv) {
  const imapUrl = env['IMAP_URL'] || undefined;
  const smtpListen = env['ATBALSTS_SMTP_LISTEN'] || undefined;
  // What was given instead may hold a password, and is not repeated in the refusal.
  if (imapUrl !== undefined && !/^imaps?:\/\/[^/]+@[^/]+/.test(imapUrl))
    throw new DomainError('platform.setting-invalid', { name: 'IMAP_URL', value: '…' }, 'invalid');
  if (smtpListen !== undefined && !/^(\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i.test(smtpListen))
    throw new DomainError('platform.setting-invalid', { name: 'ATBALSTS_SMTP_LISTEN', value: smtpListen }, 'invalid');
  return {
    /** `imaps://user:password@host/Folder`: the mailbox that is asked for mail. */
    imapUrl,
    /** The folder that mails are moved to when they are taken; they are marked as read where none is named. */
    imapDoneFolder: env['ATBALSTS_IMAP_DONE_FOLDER'] || undefined,
    /** `host:port` at which mail servers hand mail over. */
    smtpListen,
    /** Addresses of the mail servers that may do so (comma-separated, CIDR allowed). */
    smtpRelays: env['ATBALSTS_SMTP_RELAYS'] || '127.0.0.0/8,::1',
    takesMail: imapUrl !== undefined || smtpListen !== undefined,
    /** The name under which the mail server before us says what it found of the sender (Authentication-Results). */
    mailAuthserv: env['ATBALSTS_MAIL_AUTHSERV'] || undefined,
    mailUnknown: oneOf(env, 'ATBALSTS_MAIL_UNKNOWN', ['park', 'refuse']),
    mailUnproven: oneOf(env, 'ATBALSTS_MAIL_UNPROVEN', ['park', 'create']),
    mailPerSenderAndHour: wholeNumber(env, 'ATBALSTS_MAIL_PER_SENDER_HOUR', 30),
    mailMaxBytes: wholeNumber(env, 'ATBALSTS_MAIL_MAX_MB', 35) * 1024 * 1024,
  };
}

function ratingMail(env: NodeJS.ProcessEnv) {
  return {
    /** After a resolution: until the mail that asks for a rating. */
    ratingMailDelayMinutes: wholeNumber(env, 'ATBALSTS_RATING_MAIL_DELAY_MINUTES', 30),
    /** Between these hours, and on days that are no working days, such mails wait; `off` sends them at any time. */
    ratingMailQuietHours: hours(env, 'ATBALSTS_RATING_MAIL_QUIET_HOURS', '20-7'),
  };
}

/** Every variable that the program reads is read here, so that docker/compose.yml can be held against it. */
function read(env: NodeJS.ProcessEnv) {
  const host = env['HOST'] || '127.0.0.1';
  const port = wholeNumber(env, 'PORT', 3000);
  const publicUrl = (env['ATBALSTS_PUBLIC_URL'] || `http://localhost:${port}`).replace(/\/+$/, '');
  return {
    databaseUrl: databaseUrl(env),
    /** Somebody who may make database logins; only the operator's command that makes them needs it. */
    databaseAdminUrl: env['ATBALSTS_DATABASE_ADMIN_URL'] || undefined,
    /** Where set, BullMQ keeps its queues on Redis, else on PostgreSQL. */
    redisUrl: env['REDIS_URL'] || undefined,
    host,
    port,
    dataDir: resolve(env['ATBALSTS_DATA_DIR'] || '.data'),
    /** The address that people type; links in mails start with it. */
    publicUrl,
    secureCookies: cookieSecurity(publicUrl, host, env),
    /** 32 random bytes that are in no table and no backup of the database: they seal answers to surveys until these are mixed. */
    secret: secret(env),
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['ATBALSTS_MAIL_FROM'] || 'Atbalsts <atbalsts@localhost>',
    ...mailIn(env),
    /** Providers of OpenID Connect and directories by which people sign in; `#identity` reads what they say. */
    ...{ oidc: jsonList(env, 'ATBALSTS_OIDC'), ldap: jsonList(env, 'ATBALSTS_LDAP') },
    demo: env['ATBALSTS_DEMO'] !== '0',
    /** Connections of this process to PostgreSQL, beside those of the queues. */
    poolSize: wholeNumber(env, 'ATBALSTS_POOL_SIZE', 10),
    sessionIdleMinutes: wholeNumber(env, 'ATBALSTS_SESSION_IDLE_MINUTES', 120),
    sessionAbsoluteHours: wholeNumber(env, 'ATBALSTS_SESSION_HOURS', 12),
    attachmentMaxBytes: wholeNumber(env, 'ATBALSTS_ATTACHMENT_MAX_MB', 25) * 1024 * 1024,
    /** Addresses of the proxies before this server (comma-separated, CIDR allowed) whose X-Forwarded-For is believed. */
    trustedProxies: env['ATBALSTS_TRUSTED_PROXIES'] || undefined,
    /** After awareness of a security incident: until the early warning, and until the notification (DOMAIN 4.3(10)). */
    statutoryWarningHours: wholeNumber(env, 'ATBALSTS_STATUTORY_WARNING_HOURS', 24),
    statutoryNotificationHours: wholeNumber(env, 'ATBALSTS_STATUTORY_NOTIFICATION_HOURS', 72),
    ...ratingMail(env),
  };
}

/** What the environment says. */
export type SettingsValues = Readonly<ReturnType<typeof read>> & {
  /** The names of the variables that are set; the others have the value that the program brings. */
  readonly given: ReadonlySet<string>;
};

/** A class whose objects have the fields of `SettingsValues`, so that each is named once, where it is read. */
const Values = class {
  constructor(values: SettingsValues) {
    Object.assign(this, values);
  }
} as new (values: SettingsValues) => SettingsValues;

/** The settings of this process; injected wherever one is needed. */
export class Settings extends Values {
  /** Reads the environment. Throws a DomainError of kind `invalid` that names the variable at fault. */
  static fromEnvironment(env: NodeJS.ProcessEnv = process.env): Settings {
    return new Settings({ ...read(env), given: new Set(Object.keys(env).filter((name) => env[name] !== '')) });
  }
}
