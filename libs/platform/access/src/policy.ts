import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller, Role } from './caller.js';

const POLICY = 'shihe:policy';

/** Who may use a route: everybody, or these roles ("resident" is somebody signed in with a resident code). */
export type Policy = { public: true } | { public: false; allowed: readonly (Role | 'resident')[] };

/** The route is open to these. Every route declares either this or `Public`, else the process does not start. */
export function Allow(...allowed: [Role | 'resident', ...(Role | 'resident')[]]): CustomDecorator {
  return SetMetadata(POLICY, { public: false, allowed } satisfies Policy);
}

/** The route is open to everybody, signed in or not. It must show nothing personal. */
export function Public(): CustomDecorator {
  return SetMetadata(POLICY, { public: true } satisfies Policy);
}

export function policyOf(handler: object): Policy | undefined {
  return Reflect.getMetadata(POLICY, handler) as Policy | undefined;
}

const WHILE_ENROLLING = 'shihe:while-enrolling';

/** The route is open also to those whose role needs a second factor that they have not enrolled yet. */
export function WhileEnrolling(): CustomDecorator {
  return SetMetadata(WHILE_ENROLLING, true);
}

export function isForEnrolling(handler: object): boolean {
  return Reflect.getMetadata(WHILE_ENROLLING, handler) === true;
}

const AT_HANDSHAKE = 'shihe:at-handshake';

/** An event of a socket whose namespace asked at the handshake who it is. Without this no event is let in. */
export function AtHandshake(): CustomDecorator {
  return SetMetadata(AT_HANDSHAKE, true);
}

export function isAtHandshake(handler: object): boolean {
  return Reflect.getMetadata(AT_HANDSHAKE, handler) === true;
}

/** Hands the signed-in caller to a route handler. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => {
  return context.switchToHttp().getRequest<{ caller?: Caller }>().caller;
});
