import { DomainError } from '#platform/errors';

export class ReportFormatUnknown extends DomainError {
  readonly kind = 'unsupported';
  readonly code = 'report-format-unknown';

  constructor(known: readonly string[]) {
    super({
      'zh-CN': `不支持这种报告格式，请将 Content-Type 设为以下之一：${known.join('、')}。`,
      en: `This report format is not known. Set Content-Type to one of: ${known.join(', ')}.`,
    });
  }
}

export class ReportIsTooLarge extends DomainError {
  readonly kind = 'too-large';
  readonly code = 'report-is-too-large';

  constructor(bytes: number) {
    const megabytes = Math.floor(bytes / 1024 / 1024);
    super({
      'zh-CN': `报告文件超过 ${megabytes} MB，请拆成几个文件上传。`,
      en: `The report is larger than ${megabytes} MB. Split it into several files.`,
    });
  }
}

export class PositivesNeedSecondPerson extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'positives-need-second-person';

  constructor(count: number, sha256: string) {
    super({
      'zh-CN': `报告中有 ${count} 支阳性管，须由本实验室另一名人员核对后签名（PUT /lab/report-reviews/${sha256}），再上传一次；尚未入库。`,
      en: `The report has ${count} positive tubes. Let another person of the laboratory check them and sign (PUT /lab/report-reviews/${sha256}), then hand it in again. Nothing was entered.`,
    });
  }
}

export class UnknownReport extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-report';

  constructor() {
    super({ 'zh-CN': '没有这份检测报告，请核对编号。', en: 'There is no such report. Check the id.' });
  }
}

export class UnknownContradiction extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'unknown-contradiction';

  constructor() {
    super({
      'zh-CN': '没有这条待裁定的矛盾结果，请刷新列表。',
      en: 'There is no such contradicting outcome. Read the list again.',
    });
  }
}

export class ContradictionIsDecided extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'contradiction-is-decided';

  constructor() {
    super({
      'zh-CN': '这条矛盾结果已由他人裁定，请刷新列表查看。',
      en: 'This contradicting outcome was already decided otherwise. Read the list again.',
    });
  }
}

export class DecisionNeedsAnotherPerson extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'decision-needs-another-person';

  constructor() {
    super({
      'zh-CN': '上传报告的人不能自己裁定矛盾结果，请由另一名负责人裁定。',
      en: 'Whoever uploaded the report cannot decide about it. Let another organiser decide.',
    });
  }
}
