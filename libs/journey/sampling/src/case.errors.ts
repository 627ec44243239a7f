import { DomainError } from '#platform/errors';

export class CaseNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'case-not-found';

  constructor() {
    super({
      'zh-CN': '没有这条申诉，请刷新申诉列表后再试。',
      en: 'There is no such case. Read the list of cases again, then retry.',
    });
  }
}

export class CaseNeedsPlace extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'case-needs-place';

  constructor() {
    super({
      'zh-CN': '请填写在哪个采样点采的样，或采样管的条码，才能找到您的拭子。',
      en: 'Say at which site you were swabbed, or the code of the tube, so that your swab can be found.',
    });
  }
}

export class ResidentIsListed extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'resident-is-listed';

  constructor() {
    super({
      'zh-CN': '系统里本轮已有此人的采样记录，请刷新查看；若那条记录不是本人，请选择“不是我”申诉。',
      en: 'This person is listed with a swab in this round already. Read the results again; if that swab is not theirs, open a case of the kind not-me.',
    });
  }
}

export class NothingToDispute extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'nothing-to-dispute';

  constructor() {
    super({
      'zh-CN': '本轮没有登记此人的拭子，没有可申诉的记录。若已采样却查不到，请选择“已采未登记”申诉。',
      en: 'No swab of this person is registered in this round. If they were swabbed and are not listed, open a case of the kind not-listed.',
    });
  }
}
