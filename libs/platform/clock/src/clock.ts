/** The only source of "now" for rules. Tests hand in a FixedClock; it is the one thing of ours they replace. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

export class FixedClock extends Clock {
  constructor(private moment: Date) {
    super();
  }

  now(): Date {
    return new Date(this.moment);
  }

  moveTo(moment: Date): void {
    this.moment = moment;
  }

  moveBy(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}
