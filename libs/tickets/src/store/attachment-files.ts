import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Settings } from '#platform';
import sharp from 'sharp';

/** A file that was received and lies in the folder of incoming ones. */
export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Its first bytes, enough to tell what it is. */
  readonly head: Uint8Array;
}

const HEAD_BYTES = 8_192;
/** A picture of more pixels is no picture but an attack. */
const MOST_PIXELS = 50_000_000;
const PREVIEW_SIDE = 1_280;

/** Keeps files in the data folder under the hash of their content, so that equal ones lie there once. */
@Injectable()
export class AttachmentFiles {
  private readonly root: string;

  constructor(private readonly settings: Settings) {
    this.root = join(settings.dataDir, 'attachments');
  }

  /** Takes in a stream without holding it in memory. Throws `tickets.attachment-too-large` at the limit, and keeps nothing then. */
  async receive(source: AsyncIterable<Buffer>): Promise<ReceivedFile> {
    const path = join(this.root, 'incoming', randomUUID());
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of source) {
        if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
        size += chunk.length;
        if (size > this.settings.attachmentMaxBytes) throw tooLarge(this.settings.attachmentMaxBytes);
        hash.update(chunk);
        await file.write(chunk);
      }
      await file.datasync();
    } catch (error) {
      await file.close();
      await this.discard(path);
      throw error;
    }
    await file.close();
    return { path, size, sha256: hash.digest('hex'), head: Buffer.concat(head) };
  }

  /** Moves a received file to its place. */
  async keep(file: ReceivedFile): Promise<void> {
    const place = this.placeOf(file.sha256);
    await mkdir(dirname(place), { recursive: true });
    await rename(file.path, place);
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Draws a picture anew as WebP, bounded in size and without what the original carries beside its pixels. False where it cannot be drawn. */
  async drawPreview(sha256: string): Promise<boolean> {
    try {
      await sharp(this.placeOf(sha256), { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .rotate()
        .resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toFile(this.previewOf(sha256));
      return true;
    } catch {
      return false;
    }
  }

  /** The bytes of a kept file or of its preview; undefined where the folder has lost them. */
  async read(sha256: string, what: 'content' | 'preview'): Promise<{ readonly stream: ReadStream; readonly size: number } | undefined> {
    const path = what === 'content' ? this.placeOf(sha256) : this.previewOf(sha256);
    const found = await stat(path).catch(() => undefined);
    return found?.isFile() ? { stream: createReadStream(path), size: found.size } : undefined;
  }

  private placeOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  private previewOf(sha256: string): string {
    return `${this.placeOf(sha256)}.preview.webp`;
  }
}

/** The refusal of a file beyond the limit, in whole megabytes. */
export function tooLarge(bytes: number): DomainError {
  return new DomainError('tickets.attachment-too-large', { megabytes: Math.floor(bytes / 1024 / 1024) }, 'invalid');
}
