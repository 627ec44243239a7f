import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds for which one code is shown. */
const stepSeconds = 30;
const digits = 6;
/** Clocks of phones differ: the code before and the one after are taken as well (RFC 6238, 5.2). */
const tolerance = 1;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 bits, as RFC 4226 asks for. */
export function newSecret(): Buffer {
  return randomBytes(20);
}

/** RFC 4226: the code of one counter value. */
export function hotp(secret: Buffer, counter: number): string {
  const moment = Buffer.alloc(8);
  moment.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', secret).update(moment).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / stepSeconds);
}

/** The step whose code this is, among the ones that are taken now. All are compared, whichever fits. */
export function matchingStep(secret: Buffer, code: string, now: Date): number | undefined {
  const given = Buffer.from(code.padEnd(digits).slice(0, digits + 1));
  let found: number | undefined;
  for (let step = stepOf(now) - tolerance; step <= stepOf(now) + tolerance; step += 1) {
    const right = Buffer.from(hotp(secret, step));
    if (given.length === right.length && timingSafeEqual(given, right)) found ??= step;
  }
  return found;
}

/** RFC 4648, without padding, as authenticator apps read it. */
export function base32(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text;
}

/** What an authenticator app reads off the screen. */
export function enrolmentAddress(secret: Buffer, username: string): string {
  return `otpauth://totp/Shihe:${encodeURIComponent(username)}?secret=${base32(secret)}&issuer=Shihe&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`;
}

/** Ten codes of 80 bits that follow from the secret: told again they are the same, and nobody need keep them. */
export function recoveryCodesOf(secret: Buffer): string[] {
  return Array.from({ length: 10 }, (_, n) => {
    const bytes = createHmac('sha256', secret).update(`recovery code ${n}`).digest().subarray(0, 10);
    return base32(bytes).replace(/(.{4})(?=.)/gu, '$1-');
  });
}

/** A recovery code as somebody types it, in the form in which it is kept; undefined when it is none. */
export function recoveryCodeOf(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/gu, '');
  return /^[A-Z2-7]{16}$/u.test(plain) ? plain : undefined;
}
