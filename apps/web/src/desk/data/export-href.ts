type Filter = string | number | boolean | readonly string[] | null | undefined;

/** Where a list can be saved from as it is narrowed: the browser shows the progress and keeps the file. `path` below `/api/v1`. */
export function exportHref(path: string, filters: object, format: string): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters) as [string, Filter][]) {
    const text = value === undefined || value === null ? '' : String(value);
    if (text !== '') query.set(key, text);
  }
  query.set('format', format);
  return `/api/v1/${path}/export?${query.toString()}`;
}
