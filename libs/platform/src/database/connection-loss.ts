/** Codes of the operating system for a connection that cannot be had or is gone. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** SQLSTATE: class 08 is a connection's exception; 57P01 to 57P03 say that the server ends, has crashed or is only starting. */
const SERVER_CODES = /^(08...|57P0[123])$/;
/** What the drivers of PostgreSQL and Redis say without a code. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout|Connection is closed|Socket closed unexpectedly)/;

/** Whether an error says no more than that a server is away or a connection to it has broken. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isConnectionLoss);
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && (SOCKET_CODES.has(code) || SERVER_CODES.test(code))) || WORDS.test(error.message);
}
