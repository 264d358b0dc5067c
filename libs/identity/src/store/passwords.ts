import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { newSecret } from '../domain/session-secret.js';

/** argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes and checks passwords. */
@Injectable()
export class Passwords {
  private nobody: Promise<string> | undefined;

  async hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), COST);
  }

  /** Checks a password. Without a hash (no such account) it takes as long and says no. */
  async verify(storedHash: string | null, password: string): Promise<boolean> {
    this.nobody ??= this.hash(newSecret());
    const matches = await verify(storedHash ?? (await this.nobody), password.normalize('NFC'));
    return matches && storedHash !== null;
  }
}
