import { DomainError } from '#platform/errors';

export class LevelIsNotBelowArea extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'level-is-not-below-area';

  constructor() {
    super({
      'zh-CN': '统计层级必须低于所选区域的层级，请选择更低一级。',
      en: 'The level must be below that of the area. Choose a lower one.',
    });
  }
}
