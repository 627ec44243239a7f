import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { AccessSettings } from './access-settings.js';
import { passwordsCompared } from './sign-in.metrics.js';

/** Argon2id. Whether there is a password to compare with or not, the same work is done. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  constructor(private readonly settings: AccessSettings) {}

  hash(password: string): Promise<string> {
    return hash(password, { memoryCost: this.settings.passwordKib });
  }

  /** @param held the hash of the right password; undefined where nothing would be right */
  async isRight(held: string | undefined, password: string): Promise<boolean> {
    this.decoy ??= this.hash(randomBytes(16).toString('hex'));
    passwordsCompared.inc({ with: held === undefined ? 'none' : 'own' });
    // An account that nobody can sign in to holds something that is no hash at all.
    const right = await verify(held ?? (await this.decoy), password).catch(() => false);
    return right && held !== undefined;
  }
}
