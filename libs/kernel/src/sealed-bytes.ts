import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What bytes are sealed with, and where they belong: they open nowhere else. */
export interface Seal {
  /** The installation's secret, which no table holds. */
  readonly secret: Buffer;
  /** What it is for (`atbalsts.<module>.<what>`), and the record whose key is derived. */
  readonly purpose: string;
  readonly salt: string;
  /** Authenticated with the bytes. */
  readonly label: string;
}

const keyOf = ({ secret, salt, purpose }: Seal): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));

/** Seals by AES-256-GCM under a key that is derived for this record: nonce, tag, content. */
export function sealBytes(seal: Seal, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(seal), nonce).setAAD(Buffer.from(seal.label));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** What was sealed; null where secret, record or label is another one, or a byte was changed. */
export function openBytes(seal: Seal, envelope: Buffer): Buffer | null {
  const nonce = envelope.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(seal), nonce).setAAD(Buffer.from(seal.label));
  decipher.setAuthTag(envelope.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(envelope.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
