import { DomainError } from '#kernel';
import { readUpload, type UploadRequest } from '#platform';

/** More than any scanned order. */
const BYTES_MAX = 10 * 1024 * 1024;

/** How OpenAPI says the form of one file. */
export const FILE_UPLOAD = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const refused = (code: string): DomainError =>
  new DomainError(`processes.${code}`, { megabytes: BYTES_MAX / 1024 / 1024 }, 'invalid', [
    { pointer: '/file', code: `processes.${code}` },
  ]);

/** The file of a document. Throws (invalid) `processes.file-missing`, `processes.file-too-large`. */
export async function readEvidenceFile(request: UploadRequest): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const file = await readUpload(request, { most: BYTES_MAX, missing: refused('file-missing'), tooLarge: refused('file-too-large') });
  if (file.bytes.length === 0) throw refused('file-missing');
  return { name: file.name.slice(0, 200), bytes: file.bytes };
}
