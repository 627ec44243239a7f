import { DomainError } from '#platform/errors';

export class DeviceNotFound extends DomainError {
  readonly kind = 'not-found';
  readonly code = 'device-not-found';

  constructor() {
    super({
      'zh-CN': '没有这台采集终端，请核对编号，或在采样点重新登记终端。',
      en: 'There is no such device. Check the id, or enrol the device at the site again.',
    });
  }
}

/** The code is wrong, used, expired or was guessed at too often: said in one way, so that nobody learns which. */
export class EnrolmentCodeRefused extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'enrolment-code-refused';

  constructor() {
    super({
      'zh-CN': '登记码不正确、已用过、已过期或试错次数太多，请让点长重新生成登记码。',
      en: 'The enrolment code is wrong, used, expired or was tried too often. Ask the site lead for a new one.',
    });
  }
}

export class DeviceKeyRefused extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'device-key-refused';

  constructor() {
    super({
      'zh-CN': '终端的公钥不可用，或签名与公钥不符，请在终端上重新生成密钥后再登记。',
      en: 'The public key of the device cannot be used, or the signature does not fit it. Make a new key pair on the device and enrol again.',
    });
  }
}

export class DeviceKeyTaken extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'device-key-taken';

  constructor() {
    super({
      'zh-CN': '这个编号、登记码或密钥已属于另一台终端。请在终端上重新生成密钥，并让点长给一个新登记码。',
      en: 'This id, code or key belongs to another device already. Make a new key pair on the device and ask the site lead for a new code.',
    });
  }
}

export class SecondPersonNeeded extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'device-second-person-needed';

  constructor() {
    super({
      'zh-CN': '生成登记码或登记终端的人不能自己批准，请由另一名点长或指挥部人员批准。',
      en: 'Whoever made the code or enrolled the device cannot approve it. Another site lead or an organiser must.',
    });
  }
}

export class DeviceNotApproved extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'device-not-approved';

  constructor() {
    super({
      'zh-CN': '这台终端还没有被批准，请由第二名负责人批准后再用。数据请留在终端上。',
      en: 'This device is not approved yet. A second person approves it first; keep what it has recorded.',
    });
  }
}

export class DeviceIsRevoked extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'device-is-revoked';

  constructor() {
    super({
      'zh-CN': '这台终端已被停用，不再接收它的数据。请把终端交给点长；终端上未上传的记录请勿删除。',
      en: 'This device was revoked and nothing is taken from it. Give it to the site lead, and do not delete what it has not sent.',
    });
  }
}

export class DeviceCertificateExpired extends DomainError {
  readonly kind = 'forbidden';
  readonly code = 'device-certificate-expired';

  constructor() {
    super({
      'zh-CN': '这台终端的证书已到期，请由点长续期后再上传，终端上的记录请保留。',
      en: 'The certificate of this device has expired. The site lead renews it, then send again; keep what it has recorded.',
    });
  }
}

export class DeviceSignatureWrong extends DomainError {
  readonly kind = 'unauthenticated';
  readonly code = 'device-signature-wrong';

  constructor() {
    super({
      'zh-CN': '签名与这台终端的密钥不符，内容没有保存。请用登记时的终端重新签名发送。',
      en: 'The signature does not fit the key of this device and nothing was stored. Sign it anew on the device that was enrolled.',
    });
  }
}
