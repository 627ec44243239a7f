/** Puts the pieces of one connection together to whole HTTP requests (with a content-length or without a body). */
export class RequestGatherer {
  private held = Buffer.alloc(0);

  /** @returns the request that this piece completes, if it does */
  add(piece: Buffer): Buffer | undefined {
    this.held = Buffer.concat([this.held, piece]);
    const headEnd = this.held.indexOf('\r\n\r\n');
    if (headEnd < 0) return undefined;
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(this.held.toString('latin1', 0, headEnd))?.[1] ?? 0);
    const end = headEnd + 4 + length;
    if (this.held.length < end) return undefined;
    const whole = this.held.subarray(0, end);
    this.held = this.held.subarray(end);
    return whole;
  }
}
