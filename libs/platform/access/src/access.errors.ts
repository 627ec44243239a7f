import { DomainError, type Words } from '#platform/errors';
import type { PasswordWeakness } from './password-rules.js';

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
      'zh-CN':
        '无法登录：用户名、密码或动态码不正确，或者错误次数过多。请核对后再试；多次失败请等十五分钟，或联系安全管理员。',
      en: 'Cannot sign in: the user name, the password or the code is not right, or there were too many wrong tries. Check and try again; after several failures wait fifteen minutes or ask a security administrator.',
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

export class TooManyWrongTries extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-wrong-tries';

  constructor(minutes: number) {
    super(
      {
        'zh-CN': `从这个网络地址登录失败的次数太多，请约 ${minutes} 分钟后再试，或在以前登录过的设备上登录。已登录的人员不受影响。`,
        en: `Too many sign-ins from this network address were wrong. Try again in about ${minutes} minutes, or on a device that signed in before; whoever is signed in can go on working.`,
      },
      { minutes },
    );
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

export class AccountNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'account-not-found';

  constructor() {
    super({
      'zh-CN': '没有这个账号，请在账号列表中核对编号。',
      en: 'There is no such account. Check the id in the list of accounts.',
    });
  }
}

export class NotOnYourself extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'not-on-yourself';

  constructor() {
    super({
      'zh-CN': '不能对自己的账号做这项操作，请由另一位安全管理员办理。',
      en: 'Nobody does this to their own account. Ask another security administrator.',
    });
  }
}

export class PasswordOfAdministrator extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'password-of-administrator';

  constructor() {
    super({
      'zh-CN': '管理员（系统、安全、审计）的密码不能由别人重设，请本人修改，或在服务器上用 bin/admin.mjs 办理。',
      en: 'The password of an administrator (system, security, audit) is not set by others. They change it themselves, or it is done on the server with bin/admin.mjs.',
    });
  }
}

export class PasswordIsWeak extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'password-is-weak';

  constructor(weakness: PasswordWeakness) {
    super(
      {
        'zh-CN': `新密码太容易被猜到（${weaknesses[weakness]['zh-CN']}），没有修改。请用至少十个字符、别人想不到的一句话。`,
        en: `The new password is too easily guessed (${weaknesses[weakness].en}) and was not set. Use a phrase of ten characters or more that nobody else thinks of.`,
      },
      { weakness },
    );
  }
}

const weaknesses: Record<PasswordWeakness, Words> = {
  short: { 'zh-CN': '太短', en: 'too short' },
  plain: { 'zh-CN': '只有几个不同的字符', en: 'only a few different characters' },
  named: { 'zh-CN': '含有您的用户名或姓名', en: 'holds your name' },
  common: { 'zh-CN': '常用词或连续的键', en: 'common words or neighbouring keys' },
};

export class PasswordIsSame extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'password-is-same';

  constructor() {
    super({
      'zh-CN': '新密码与现用密码相同，没有修改。请换一个新密码。',
      en: 'The new password is the one that you have, and nothing was changed. Choose another one.',
    });
  }
}

export class CurrentPasswordWrong extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'current-password-wrong';

  constructor() {
    super({
      'zh-CN': '现用密码不正确，没有修改。请核对后再试；忘记密码请联系管理员重设。',
      en: 'The current password is not right and nothing was changed. Check and try again; if you have forgotten it, ask an administrator for a new one.',
    });
  }
}

export class TooManyPasswordTries extends DomainError {
  readonly kind = 'too-many';
  readonly code = 'too-many-password-tries';

  constructor(minutes: number) {
    super(
      {
        'zh-CN': `现用密码输错太快或次数太多，请稍候再试（最长约 ${minutes} 分钟），或联系安全管理员解锁。您可以继续工作。`,
        en: `The current password was wrong too often or too fast. Wait a moment (${minutes} minutes at most) or ask a security administrator to unlock it; you can go on working.`,
      },
      { minutes },
    );
  }
}

export class SecondFactorNeeded extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'second-factor-needed';

  constructor() {
    super({
      'zh-CN': '您的岗位必须使用动态码。请先绑定动态码（扫描二维码并输入一次动态码），再继续操作。',
      en: 'Your role needs a second factor. Enrol one first (scan the QR code and enter a code once), then go on.',
    });
  }
}

export class SecondFactorIsOn extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'second-factor-is-on';

  constructor() {
    super({
      'zh-CN': '该账号已绑定动态码。更换手机请先由安全管理员重置。',
      en: 'This account has a second factor already. For a new phone ask a security administrator to reset it first.',
    });
  }
}

export class SecondFactorNotBegun extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'second-factor-not-begun';

  constructor() {
    super({
      'zh-CN': '本次登录还没有开始绑定动态码，请先获取二维码再输入动态码。',
      en: 'Enrolment was not begun in this session. Ask for the QR code first, then enter a code.',
    });
  }
}

export class CodeIsWrong extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'code-is-wrong';

  constructor() {
    super({
      'zh-CN': '动态码不正确。请核对手机时间后输入当前显示的六位数字。',
      en: 'The code is not right. Check the clock of the phone and enter the six digits that are shown now.',
    });
  }
}

export class GlassNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'glass-not-found';

  constructor() {
    super({
      'zh-CN': '没有这份紧急授权申请，请在申请列表中核对编号。',
      en: 'There is no such emergency request. Check the id in the list of requests.',
    });
  }
}

export class GlassIdTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'glass-id-taken';

  constructor() {
    super({
      'zh-CN': '这个编号已用于另一份紧急授权申请，请换一个新编号。',
      en: 'This id belongs to another emergency request. Make a new id.',
    });
  }
}

export class OwnGlass extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'own-glass';

  constructor() {
    super({
      'zh-CN': '不能批准自己的紧急授权申请，请由安全管理员或另一位指挥部人员批准。',
      en: 'Nobody approves their own emergency request. Ask somebody of security or another organiser.',
    });
  }
}

export class GlassIsOver extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'glass-is-over';

  constructor() {
    super({
      'zh-CN': '这份紧急授权申请已由他人处理、已结束或等待超时。如仍需要，请重新申请。',
      en: 'This emergency request was decided by somebody else, has ended or has waited too long. Ask anew if it is still needed.',
    });
  }
}

export class ScopeIsHeld extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'scope-is-held';

  constructor() {
    super({
      'zh-CN': '您已经拥有这个管辖范围，无需紧急授权。',
      en: 'You have this scope already. There is nothing to ask for.',
    });
  }
}

export class ScopeWouldNarrow extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'scope-would-narrow';

  constructor(kinds: readonly string[]) {
    super(
      {
        'zh-CN': `增加另一类范围反而会缩小您能看到的内容。请改为申请以下类别之一：${kinds.join('、')}。`,
        en: `A scope of another kind would let you see less, not more. Ask for one of these kinds: ${kinds.join(', ')}.`,
      },
      { kinds: [...kinds] },
    );
  }
}
