import { DomainError } from '#platform/errors';

export class BatchIsTooLarge extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'batch-is-too-large';

  constructor(most: number) {
    super(
      {
        'zh-CN': `一批最多 ${most} 条操作，请分成几批，用同样的操作编号重新发送。`,
        en: `A batch holds ${most} acts at most. Cut it into several and send them with the same ids.`,
      },
      { most },
    );
  }
}
