import { DomainError } from '#platform/errors';

export class NotSignedIn extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'not-signed-in';

  constructor() {
    super({
      'zh-CN': '尚未登录或登录已过期，请重新登录。',
      en: 'Not signed in, or the session has ended. Sign in again.',
    });
  }
}

export class NotAllowed extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'not-allowed';

  constructor() {
    super({
      'zh-CN': '您的岗位没有这项权限，如确有需要请联系管理员。',
      en: 'Your role does not include this. Ask an administrator if you need it.',
    });
  }
}

export class WrongCredentials extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'wrong-credentials';

  constructor() {
    super({
      'zh-CN': '用户名或密码不正确，请重新输入。',
      en: 'The user name or the password is not right. Enter them again.',
    });
  }
}

export class SignInsAreBusy extends DomainError {
  readonly kind = 'unavailable';
  readonly code = 'sign-ins-are-busy';

  constructor() {
    super({
      'zh-CN': '此刻登录的人太多，请几秒后再登录。已登录的人员不受影响。',
      en: 'Too many people are signing in at this moment. Sign in again in a few seconds; whoever is signed in can go on working.',
    });
  }
}

export class UsernameTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'username-taken';

  constructor(username: string) {
    super(
      {
        'zh-CN': `用户名 ${username} 已被另一个岗位或姓名使用，请换一个用户名。`,
        en: `The user name ${username} belongs to an account with another role or name. Choose another one.`,
      },
      { username },
    );
  }
}
