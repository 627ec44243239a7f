import { Injectable } from '@nestjs/common';
import { WrongCredentials } from './access.errors.js';
import { AccountRepository } from './account.repository.js';
import type { Role } from './caller.js';
import { Passwords } from './passwords.service.js';

/** Somebody who has put their password to something. */
export interface Signer {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

/** Asks people on the spot for the password that only they know, without signing them in. */
@Injectable()
export class Signatures {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
  ) {}

  /** @throws WrongCredentials also where the account is disabled */
  async of(username: string, password: string): Promise<Signer> {
    const account = await this.accounts.named(username.toLowerCase());
    const held = account?.disabled_at === null ? account.password_hash : undefined;
    const right = await this.passwords.isRight(held, password);
    if (account === undefined || !right) throw new WrongCredentials();
    return { id: account.id, username: account.username, displayName: account.display_name, role: account.role };
  }
}
