import { DomainError } from '#platform/errors';

export class UnknownTubeToLose extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-tube';

  constructor(barcode: string) {
    super({
      'zh-CN': `没有采样管 ${barcode}，请核对管码。`,
      en: `There is no tube ${barcode}. Check the barcode.`,
    });
  }
}

export class OpenTubeCannotBeLost extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'open-tube-cannot-be-lost';

  constructor(barcode: string) {
    super({
      'zh-CN': `采样管 ${barcode} 尚未封管。请先在采样台封管（注明原因），再报遗失，以免继续往里登记。`,
      en: `Tube ${barcode} is still open. Seal it at its station first, with the reason, so that nobody registers into it any more; then declare it lost.`,
    });
  }
}

export class DiscardedTubeCannotBeLost extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'discarded-tube-cannot-be-lost';

  constructor(barcode: string) {
    super({
      'zh-CN': `采样管 ${barcode} 已弃用，里面没有拭子，不用报遗失。请核对管码。`,
      en: `Tube ${barcode} was discarded empty; nobody is missing in it, so it cannot be declared lost. Check the barcode.`,
    });
  }
}

export class TubeIsAtLab extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-is-at-lab';

  constructor(barcode: string) {
    super({
      'zh-CN': `采样管 ${barcode} 已由实验室收下，不能报遗失。请与实验室联系。`,
      en: `Tube ${barcode} has been taken in by a laboratory and cannot be declared lost. Speak to the laboratory.`,
    });
  }
}

export class TubeAlreadyLost extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'tube-already-lost';

  constructor(barcode: string) {
    super({
      'zh-CN': `采样管 ${barcode} 已以另一原因报过遗失，无需再报。`,
      en: `Tube ${barcode} was already declared lost with another reason. Nothing more is to be done.`,
    });
  }
}
