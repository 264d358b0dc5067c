import { BadRequestException } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';

/** The part of a request that `multipart/form-data` is read from. */
export interface UploadRequest {
  isMultipart(): boolean;
  file(): Promise<MultipartFile | undefined>;
}

/** A form without a boundary, or cut off in the middle, is the caller's fault; its parser says so by the message alone. */
export function refuseBrokenForm(error: unknown): never {
  throw error instanceof Error && error.message.toLowerCase().includes('multipart') ? new BadRequestException() : error;
}

/** The one file of a form, whole. `missing` and `tooLarge` are thrown where there is none, or more than `most` bytes; a broken form is a 400. */
export async function readUpload(
  request: UploadRequest,
  { most, missing, tooLarge }: { readonly most: number; readonly missing: Error; readonly tooLarge: Error },
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const file = request.isMultipart() ? await request.file().catch(refuseBrokenForm) : undefined;
  if (!file) throw missing;
  const parts: Buffer[] = [];
  let size = 0;
  // What is too large is still read to its end: only then does the caller listen to the answer.
  for await (const part of file.file as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= most) parts.push(part);
  }
  if (size > most || file.file.truncated) throw tooLarge;
  return { name: file.filename, bytes: Buffer.concat(parts) };
}
