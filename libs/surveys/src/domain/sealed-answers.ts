import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Answers } from './question.js';

/** Where an envelope belongs: it opens nowhere else. */
export interface Place {
  readonly campaignId: string;
  readonly institutionId: string;
}

/** What an envelope holds; `userId` only where the respondent was told that he answers by name. */
export interface SealedContent {
  readonly answers: Answers;
  readonly userId: string | null;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Envelopes are as long as the next multiple of this: else a long comment could be known by its length. */
const PAGE_BYTES = 8192;

/** Seals one person's answers by AES-256-GCM under a key of the campaign that is derived from the installation's secret. */
export function sealAnswers(secret: Buffer, place: Place, content: SealedContent): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, place), nonce).setAAD(labelOf(place));
  const sealed = Buffer.concat([cipher.update(padded(JSON.stringify(content))), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed; null where the secret or the place is another one, or a byte was changed. */
export function openAnswers(secret: Buffer, place: Place, envelope: Buffer): SealedContent | null {
  const nonce = envelope.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, place), nonce).setAAD(labelOf(place));
  decipher.setAuthTag(envelope.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const opened = Buffer.concat([decipher.update(envelope.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return JSON.parse(opened.toString('utf8')) as SealedContent;
  } catch {
    return null;
  }
}

const labelOf = ({ campaignId, institutionId }: Place): Buffer => Buffer.from(`${campaignId}/${institutionId}`);

function keyOf(secret: Buffer, { campaignId }: Place): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, campaignId, 'atbalsts.surveys.drop-box', 32));
}

/** JSON may end in blanks, so blanks fill the page. */
function padded(json: string): Buffer {
  const bytes = Buffer.from(json, 'utf8');
  return Buffer.concat([bytes, Buffer.alloc((PAGE_BYTES - (bytes.length % PAGE_BYTES)) % PAGE_BYTES, 0x20)]);
}
