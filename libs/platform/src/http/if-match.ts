import { DomainError } from '#kernel';

/** The `ETag` of a record's version. */
export function etag(version: number): string {
  return `"${version}"`;
}

/**
 * Holds an `If-Match` header, where one was sent, against the version under lock.
 * Throws `platform.version-mismatch` (412) where the record has moved on.
 */
export function requireVersion(ifMatch: string | undefined, version: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const named = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!named.includes(etag(version))) throw new DomainError('platform.version-mismatch', { version }, 'precondition-failed');
}
