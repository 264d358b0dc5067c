import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
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

  /** Moves a received file, and its preview where one was drawn, to their place. The transaction that records them holds the hash. */
  async keep(file: ReceivedFile, hasPreview: boolean): Promise<void> {
    const place = this.placeOf(file.sha256);
    await mkdir(dirname(place), { recursive: true });
    await rename(file.path, place);
    if (hasPreview) await rename(drawnBeside(file.path), this.previewOf(file.sha256));
  }

  /** Forgets a file that was received and not kept. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
    await rm(drawnBeside(path), { force: true });
  }

  /** Deletes a kept file and its preview. */
  async remove(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
    await rm(this.previewOf(sha256), { force: true });
  }

  /** The hashes of kept files that were last written before `before`, folder by folder. */
  async *keptBefore(before: Date): AsyncGenerator<string[]> {
    for (const folder of (await namesIn(this.root)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
      yield await olderThan(join(this.root, folder), /^[0-9a-f]{64}$/, before);
  }

  /** Deletes what was received before `before` and never kept: its process ended on the way. Answers how many. */
  async discardIncoming(before: Date): Promise<number> {
    const folder = join(this.root, 'incoming');
    const left = await olderThan(folder, /./, before);
    await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
    return left.length;
  }

  /** Draws a received picture anew as WebP, bounded in size and without what the original carries beside its pixels. False where it cannot be drawn. */
  async drawPreview({ path }: ReceivedFile): Promise<boolean> {
    try {
      await sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .rotate()
        .resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toFile(drawnBeside(path));
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

const drawnBeside = (path: string): string => `${path}.preview.webp`;

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function olderThan(folder: string, pattern: RegExp, before: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of (await namesIn(folder)).filter((one) => pattern.test(one))) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && found.mtime < before) old.push(name);
  }
  return old;
}

/** The refusal of a file beyond the limit, in whole megabytes. */
export function tooLarge(bytes: number): DomainError {
  return new DomainError('tickets.attachment-too-large', { megabytes: Math.floor(bytes / 1024 / 1024) }, 'invalid');
}
