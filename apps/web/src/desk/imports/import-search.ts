/** What the address of the imports says: the file that is looked at. */
export interface ImportSearch {
  file?: string;
}

export function readImportSearch({ file }: Record<string, unknown>): ImportSearch {
  return typeof file === 'string' && file !== '' ? { file } : {};
}
