import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Acting } from '#platform/database';
import { NotAllowed, NotSignedIn, SecondFactorNeeded } from './access.errors.js';
import type { Caller } from './caller.js';
import { isAtHandshake, isForEnrolling, policyOf } from './policy.js';
import { Sessions } from './sessions.service.js';

interface Request {
  headers: { authorization?: string };
  caller?: Caller;
}

/** Asks each request for what its route's policy demands. A route without a policy admits nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly acting: Acting,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() === 'ws') return isAtHandshake(context.getHandler());
    const policy = policyOf(context.getHandler());
    if (policy?.public) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? undefined : await this.sessions.callerOf(token);
    if (caller === undefined) throw new NotSignedIn();
    const role = caller.kind === 'staff' ? caller.role : 'resident';
    if (!policy?.allowed.includes(role)) throw new NotAllowed();
    if (caller.kind === 'staff' && caller.lacksSecondFactor && !isForEnrolling(context.getHandler())) {
      throw new SecondFactorNeeded();
    }
    request.caller = caller;
    this.acting.note({ kind: caller.kind, id: caller.id });
    return true;
  }
}
