/**
 * Remembers in which line of a ledger each person stood first, in about 40 bytes a person: an open-addressed table over
 * the first 64 bits of the keyed hash. A million people meet by chance once in thirty million ledgers.
 */
export class SeenDocuments {
  #high = new Uint32Array(4096);
  #low = new Uint32Array(4096);
  /** Line of the first mention; 0 where the place is free. */
  #lines = new Uint32Array(4096);
  #count = 0;

  /** The line in which this document stood before, or undefined; then it is remembered for `line`. */
  note(index: Buffer, line: number): number | undefined {
    if (this.#count * 2 >= this.#lines.length) this.#grow();
    const high = index.readUInt32BE(0);
    const low = index.readUInt32BE(4);
    const place = this.#placeOf(high, low);
    const before = this.#lines[place] ?? 0;
    if (before > 0) return before;
    this.#put(place, high, low, line);
    this.#count += 1;
    return undefined;
  }

  #placeOf(high: number, low: number): number {
    const mask = this.#lines.length - 1;
    let place = low & mask;
    while (this.#lines[place] !== 0 && (this.#high[place] !== high || this.#low[place] !== low))
      place = (place + 1) & mask;
    return place;
  }

  #put(place: number, high: number, low: number, line: number): void {
    this.#high[place] = high;
    this.#low[place] = low;
    this.#lines[place] = line;
  }

  #grow(): void {
    const [highs, lows, lines] = [this.#high, this.#low, this.#lines];
    this.#high = new Uint32Array(lines.length * 2);
    this.#low = new Uint32Array(lines.length * 2);
    this.#lines = new Uint32Array(lines.length * 2);
    lines.forEach((line, at) => {
      if (line > 0) this.#put(this.#placeOf(highs[at] ?? 0, lows[at] ?? 0), highs[at] ?? 0, lows[at] ?? 0, line);
    });
  }
}
