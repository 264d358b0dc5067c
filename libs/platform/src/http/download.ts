/** A file that somebody gave is only ever offered for saving, whatever it is, and nothing in it may run. */
export const SAFE_DOWNLOAD_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, no-store',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** The Content-Disposition of a download (RFC 6266), the name in RFC 5987's coding beside a plain one. */
export function downloadDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${coded}`;
}
