import { openBytes, type Seal, sealBytes } from '#kernel';
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

/** Envelopes are as long as the next multiple of this: else a long comment could be known by its length. */
const PAGE_BYTES = 8192;

/** Seals one person's answers under a key of the campaign that is derived from the installation's secret. */
export function sealAnswers(secret: Buffer, place: Place, content: SealedContent): Buffer {
  return sealBytes(sealOf(secret, place), padded(JSON.stringify(content)));
}

/** What was sealed; null where the secret or the place is another one, or a byte was changed. */
export function openAnswers(secret: Buffer, place: Place, envelope: Buffer): SealedContent | null {
  const opened = openBytes(sealOf(secret, place), envelope);
  return opened && (JSON.parse(opened.toString('utf8')) as SealedContent);
}

const sealOf = (secret: Buffer, { campaignId, institutionId }: Place): Seal => ({
  secret,
  purpose: 'atbalsts.surveys.drop-box',
  salt: campaignId,
  label: `${campaignId}/${institutionId}`,
});

/** JSON may end in blanks, so blanks fill the page. */
function padded(json: string): Buffer {
  const bytes = Buffer.from(json, 'utf8');
  return Buffer.concat([bytes, Buffer.alloc((PAGE_BYTES - (bytes.length % PAGE_BYTES)) % PAGE_BYTES, 0x20)]);
}
