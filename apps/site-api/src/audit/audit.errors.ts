import { DomainError } from '#platform/errors';

/** Who reads of people is written down first; when that fails nobody reads. */
export class ReadingNotJournalled extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'reading-not-journalled';

  constructor() {
    super({
      'zh-CN': '暂时无法登记本次查阅，按规定不能显示个人信息，请稍后重试；如持续出现请联系管理员。',
      en: 'This reading could not be journalled, and nobody is shown without that. Try again shortly; tell an administrator if it goes on.',
    });
  }
}
